package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The parts of the system and how they hang together. */
final class AuthStack extends Stack {
  /** Above the function's own budget of ten seconds for an answer, below {@link AuthApi}'s. */
  private static final Duration API_TIMEOUT = Duration.seconds(15);

  /** Above the four seconds that fetching the pool's keys may take. */
  private static final Duration AUTHORIZER_TIMEOUT = Duration.seconds(6);

  AuthStack(Construct scope, AuthConfig config, FunctionJar jar, Path page) {
    super(scope, config.stage().map(stage -> "Auth-" + stage).orElse("Auth"));
    var users = new UserDirectory(this, "Users", config.users());
    var api = new AuthApi(this, "Api", config.api());
    var door =
        config
            .api()
            .frontDoor()
            .map(
                front ->
                    new FrontDoor(
                        this,
                        "FrontDoor",
                        new FrontDoor.Behind(api.endpointHost(), WebPage.in(page)),
                        config.api()));
    var function =
        new JarFunction(
            this,
            "Function",
            jar,
            new JarFunction.Program(
                AuthHandler.class,
                API_TIMEOUT,
                config.operations().reservedConcurrency(),
                FunctionEnvironment.ofApi(users, config, door),
                apiPermissions(users)));
    api.routeTo(function.live());
    var authorizer =
        new JarFunction(
            this,
            "Authorizer",
            jar,
            new JarFunction.Program(
                SessionAuthorizer.class,
                AUTHORIZER_TIMEOUT,
                Optional.empty(),
                FunctionEnvironment.ofAuthorizer(users, config, door),
                Map.of()));
    new Monitoring(
        this,
        "Monitoring",
        new Watched(function, authorizer, api),
        config.operations().alarmTopicArn());

    output("ApiUrl", door.map(FrontDoor::apiUrl).orElseGet(api::url));
    door.ifPresent(front -> output("PageUrl", front.url()));
    output("ApiId", api.id());
    output("AuthorizerId", api.authorizedBy(authorizer.live()));
    output("UserPoolId", users.pool().getUserPoolId());
    output("UserPoolClientId", users.client().getUserPoolClientId());
  }

  /** Signing in takes no AWS credentials; only a client's secret must be read with some. */
  private static Map<String, PolicyStatement> apiPermissions(UserDirectory users) {
    return switch (users.clientType()) {
      case PUBLIC -> Map.of();
      case CONFIDENTIAL ->
          Map.of(
              "ReadClientSecret",
              PolicyStatement.Builder.create()
                  .actions(List.of("cognito-idp:DescribeUserPoolClient"))
                  .resources(List.of(users.pool().getUserPoolArn()))
                  .build());
    };
  }

  private void output(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }
}
