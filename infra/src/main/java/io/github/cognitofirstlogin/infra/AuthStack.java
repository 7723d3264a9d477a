package io.github.cognitofirstlogin.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The parts of the system and how they hang together. */
final class AuthStack extends Stack {
  AuthStack(Construct scope, AuthConfig config, FunctionJar functionJar) {
    super(scope, config.stage().map(stage -> "Auth-" + stage).orElse("Auth"));
    var users = new UserDirectory(this, "Users", config.users());
    var function = new AuthFunction(this, "Function", users, config, functionJar);
    var api = new AuthApi(this, "Api", function.function(), config.api());

    output("ApiUrl", api.url());
    output("UserPoolId", users.pool().getUserPoolId());
    output("UserPoolClientId", users.client().getUserPoolClientId());
  }

  private void output(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }
}
