package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The parts of the system and how they hang together. */
final class AuthStack extends Stack {
  /** Above the function's own budget of ten seconds for an answer, below {@link AuthApi}'s. */
  private static final Duration API_TIMEOUT = Duration.seconds(15);

  /** Above the four seconds that fetching the pool's keys may take. */
  private static final Duration AUTHORIZER_TIMEOUT = Duration.seconds(6);

  AuthStack(Construct scope, AuthConfig config, FunctionJar jar) {
    super(scope, config.stage().map(stage -> "Auth-" + stage).orElse("Auth"));
    var users = new UserDirectory(this, "Users", config.users());
    // Signing in takes no AWS credentials, so the roles have no permission on Cognito either.
    var function =
        new JarFunction(
            this,
            "Function",
            jar,
            new JarFunction.Program(
                AuthHandler.class,
                API_TIMEOUT,
                FunctionEnvironment.ofApi(users, config),
                Map.of()));
    var api = new AuthApi(this, "Api", function.function(), config.api());
    var authorizer =
        new JarFunction(
            this,
            "Authorizer",
            jar,
            new JarFunction.Program(
                SessionAuthorizer.class,
                AUTHORIZER_TIMEOUT,
                FunctionEnvironment.ofAuthorizer(users, config),
                Map.of()));

    output("ApiUrl", api.url());
    output("ApiId", api.id());
    output("AuthorizerId", api.authorizedBy(authorizer.function()));
    output("UserPoolId", users.pool().getUserPoolId());
    output("UserPoolClientId", users.client().getUserPoolClientId());
  }

  private void output(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }
}
