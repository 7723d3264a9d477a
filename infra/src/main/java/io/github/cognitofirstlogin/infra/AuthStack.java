package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import io.github.cognitofirstlogin.infra.config.Names;
import io.github.cognitofirstlogin.infra.config.OneLine;
import io.github.cognitofirstlogin.infra.config.WebPage;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The whole system as one stack, with its outputs for other teams. */
final class AuthStack extends Stack {
  /**
   * The only construct id that the CDK leaves out of logical ids, so the logical ids stay as they
   * were without this construct.
   */
  static final String HIDDEN = "Default";

  AuthStack(Construct scope, AuthConfig config, FunctionJar jar, Path pageDirectory) {
    super(scope, config.stage().map(stage -> "Auth-" + stage).orElse("Auth"));
    warnOf(config.unknownKeys());
    var props =
        new FirstLoginProps(
            config,
            Resources.imported(this, config),
            jar,
            WebPage.of(config.hosts(), pageDirectory));
    var login = new FirstLogin(this, HIDDEN, props, Names.CONTEXT);

    output("ApiUrl", login.apiUrl());
    login.pageUrl().ifPresent(url -> output("PageUrl", url));
    output("ApiId", login.httpApi().getApiId());
    output("AuthorizerId", login.authorizerId());
    output("UserPoolId", login.userPool().getUserPoolId());
    output("UserPoolClientId", login.userPoolClient().getUserPoolClientId());
  }

  private void warnOf(Set<String> unknownKeys) {
    if (!unknownKeys.isEmpty()) {
      Annotations.of(this)
          .addWarningV2(
              "cognito-first-login:unknownContext",
              "These context keys have no effect, because neither this app nor the CDK knows them: "
                  + unknownKeys.stream().map(OneLine::of).collect(Collectors.joining(", "))
                  + ". README.md lists the keys of this app.");
    }
  }

  private void output(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }
}
