package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.TimeLimit;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import io.github.cognitofirstlogin.infra.config.Partition;
import io.github.cognitofirstlogin.infra.config.Placed;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import io.github.cognitofirstlogin.infra.config.WebPage;
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

  private final Parts parts;

  /** What others may ask about. */
  private record Parts(
      UserDirectory users, AuthApi api, Optional<FrontDoor> door, String authorizerId) {}

  /**
   * @throws IllegalArgumentException if the stack cannot hold it: one sentence that names the
   *     property
   */
  public FirstLogin(Construct scope, String id, FirstLoginProps props) {
    super(scope, id);
    try {
      parts = parts(this, props.config(), props.functionJar(), props.page());
    } catch (SynthesisRefused refused) {
      throw FirstLoginProps.inItsWords(refused);
    }
  }

  FirstLogin(
      Construct scope, String id, AuthConfig config, FunctionJar jar, Optional<WebPage> page) {
    super(scope, id);
    parts = parts(this, config, jar, page);
  }

  private static Parts parts(
      Construct login, AuthConfig config, FunctionJar jar, Optional<WebPage> page) {
    Partition.require(login);
    Placed.check(config, login);
    var name = DeploymentName.of(login);
    var users = new UserDirectory(login, "Users", config.users());
    var api = new AuthApi(login, "Api", name, config.api());
    var door =
        page.map(
            web -> new FrontDoor(login, "FrontDoor", new FrontDoor.Behind(api, web), config.api()));
    var function =
        new JarFunction(
            login,
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
            login,
            "Authorizer",
            jar,
            new JarFunction.Program(
                SessionAuthorizer.class,
                AUTHORIZER_TIMEOUT,
                Optional.empty(),
                FunctionEnvironment.ofAuthorizer(users, config, door),
                Map.of()));
    new Monitoring(
        login,
        "Monitoring",
        name,
        new Watched(function, authorizer, api),
        config.operations().alarmTopicArn());
    return new Parts(users, api, door, api.authorizedBy(authorizer.live()));
  }

  /** Where the API answers, without a slash at the end. */
  public String apiUrl() {
    return parts.door().map(FrontDoor::apiUrl).orElseGet(parts.api()::url);
  }

  /** Where the page is; there is one behind a front door only. */
  public Optional<String> pageUrl() {
    return parts.door().map(FrontDoor::url);
  }

  /** The id of the HTTP API, for routes of your own. */
  public String apiId() {
    return parts.api().id();
  }

  /** The id of the authorizer that lets only requests with a session reach such a route. */
  public String authorizerId() {
    return parts.authorizerId();
  }

  public IUserPool userPool() {
    return parts.users().pool();
  }

  public IUserPoolClient userPoolClient() {
    return parts.users().client();
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
