package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.TimeLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The whole system as one construct, for any stack: a user pool with its app client, the API that
 * completes a first login, and what watches over it.
 *
 * <pre>{@code
 * var login =
 *     new FirstLogin(
 *         this,
 *         "Login",
 *         FirstLoginProps.builder()
 *             .functionJar(Path.of("function.jar"))
 *             .allowedOrigins(List.of("https://app.example.com"))
 *             .build());
 * }</pre>
 */
public final class FirstLogin extends Construct {
  /** Above {@link TimeLimit#REPLY} and a start, below {@link AuthApi}'s. */
  private static final Duration API_TIMEOUT = Duration.seconds(15);

  /** Above {@link TimeLimit#SIGNING_KEYS}. */
  private static final Duration AUTHORIZER_TIMEOUT = Duration.seconds(6);

  private final UserDirectory users;
  private final AuthApi api;
  private final Optional<FrontDoor> door;
  private final String authorizerId;

  public FirstLogin(Construct scope, String id, FirstLoginProps props) {
    this(scope, id, props.config(), props.functionJar(), props.page());
  }

  FirstLogin(
      Construct scope, String id, AuthConfig config, FunctionJar jar, Optional<WebPage> page) {
    super(scope, id);
    users = new UserDirectory(this, "Users", config.users());
    api = new AuthApi(this, "Api", config.api());
    door =
        page.map(
            web -> new FrontDoor(this, "FrontDoor", new FrontDoor.Behind(api, web), config.api()));
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
    authorizerId = api.authorizedBy(authorizer.live());
  }

  /** Where the API answers, without a slash at the end. */
  public String apiUrl() {
    return door.map(FrontDoor::apiUrl).orElseGet(api::url);
  }

  /** Where the page is; there is one behind a front door only. */
  public Optional<String> pageUrl() {
    return door.map(FrontDoor::url);
  }

  /** The id of the HTTP API, for routes of your own. */
  public String apiId() {
    return api.id();
  }

  /** The id of the authorizer that lets only requests with a session reach such a route. */
  public String authorizerId() {
    return authorizerId;
  }

  public IUserPool userPool() {
    return users.pool();
  }

  public IUserPoolClient userPoolClient() {
    return users.client();
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
}
