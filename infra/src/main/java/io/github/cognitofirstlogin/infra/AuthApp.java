package io.github.cognitofirstlogin.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.CliContext;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/**
 * The entry point of {@code cdk synth}: it reads the context, creates the stack, and checks the CDK
 * rules.
 */
public final class AuthApp {
  private AuthApp() {}

  public static void main(String[] args) {
    try {
      var config =
          AuthConfig.from(CliContext.from(System.getenv()))
              .ignoring(
                  CliContext.keysOfOthers(Path.of(System.getProperty("user.home")), Path.of("")));
      var jar = FunctionJar.at(Path.of("function", "target", "function.jar"));
      assemble(new App(), config, jar).synth();
    } catch (SynthesisRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  static App assemble(App app, AuthConfig config, FunctionJar functionJar) {
    new AuthStack(app, config, functionJar, Path.of("web"));
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    return app;
  }
}
