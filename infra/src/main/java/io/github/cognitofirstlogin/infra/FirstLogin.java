package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.TimeLimit;
import io.github.cognitofirstlogin.infra.config.AwsId;
import io.github.cognitofirstlogin.infra.config.Hosts;
import io.github.cognitofirstlogin.infra.config.Names;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizerAttributes;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
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
  /**
   * Longer than {@link TimeLimit#REPLY} and a start together, and shorter than {@link AuthApi}'s
   * timeout.
   */
  private static final Duration API_TIMEOUT = Duration.seconds(15);

  /** Longer than {@link TimeLimit#SIGNING_KEYS}. */
  private static final Duration AUTHORIZER_TIMEOUT = Duration.seconds(6);

  private final Parts parts;

  /** The parts whose ids are public. */
  private record Parts(
      UserDirectory users,
      AuthApi api,
      Optional<FrontDoor> door,
      Watched watched,
      List<IAlarm> alarms,
      String authorizerId,
      IHttpRouteAuthorizer authorizer) {}

  /**
   * @throws IllegalArgumentException if the stack cannot contain it, with one sentence that names
   *     the property
   */
  public FirstLogin(Construct scope, String id, FirstLoginProps props) {
    super(scope, id);
    try {
      parts = parts(this, props, Names.METHODS);
    } catch (SynthesisRefused refused) {
      throw FirstLoginProps.inItsWords(refused);
    }
  }

  /** For this app, whose settings are context keys. */
  FirstLogin(Construct scope, String id, FirstLoginProps props, Names names) {
    super(scope, id);
    parts = parts(this, props, names);
  }

  private static Parts parts(Construct login, FirstLoginProps props, Names names) {
    var config = props.config();
    var hosts = config.hosts();
    Placement.check(config, names, login);
    var name = DeploymentName.of(login);
    var apiName = props.resources().apiName(config);
    var users =
        new UserDirectory(login, "Users", props.resources().pool(config), config.users(), names);
    var api = new AuthApi(login, "Api", name, hosts, apiName);
    var front =
        new FrontDoor.Front(
            apiName, hosts.frontDoor().flatMap(Hosts.Door::webAcl).map(AwsId::value));
    var door =
        props
            .page()
            .map(
                web ->
                    new FrontDoor(
                        login, "FrontDoor", new FrontDoor.Behind(api, web), front, names));
    var function =
        new JarFunction(
            login,
            "Function",
            props.functionJar(),
            new JarFunction.Program(
                AuthHandler.class,
                API_TIMEOUT,
                config.operations().reservedConcurrency(),
                FunctionEnvironment.ofApi(users, hosts, door),
                apiPermissions(users)));
    api.routeTo(function.live());
    var authorizer =
        new JarFunction(
            login,
            "Authorizer",
            props.functionJar(),
            new JarFunction.Program(
                SessionAuthorizer.class,
                AUTHORIZER_TIMEOUT,
                Optional.empty(),
                FunctionEnvironment.ofAuthorizer(users, hosts, door),
                Map.of()));
    var watched = new Watched(function, authorizer, api);
    var monitoring =
        new Monitoring(login, "Monitoring", name, watched, props.resources().alarmTopic());
    var authorizerId = api.authorizedBy(authorizer.live());
    return new Parts(
        users,
        api,
        door,
        watched,
        monitoring.alarms(),
        authorizerId,
        HttpAuthorizer.fromHttpAuthorizerAttributes(
            login,
            "Session",
            HttpAuthorizerAttributes.builder()
                .authorizerId(authorizerId)
                .authorizerType("CUSTOM")
                .build()));
  }

  /** The address of the API, without a slash at the end. */
  public String apiUrl() {
    return parts.door().map(FrontDoor::apiUrl).orElseGet(parts.api()::url);
  }

  /** The address of the page, which exists only behind a front door. */
  public Optional<String> pageUrl() {
    return parts.door().map(FrontDoor::url);
  }

  /** The HTTP API, for routes of your own. */
  public IHttpApi httpApi() {
    return parts.api().http();
  }

  /** The authorizer that lets only requests with a session reach such a route. */
  public IHttpRouteAuthorizer authorizer() {
    return parts.authorizer();
  }

  /** The authorizer's ID, for routes of another stack or another tool. */
  public String authorizerId() {
    return parts.authorizerId();
  }

  /** The user pool: the construct's own, or the existing one. */
  public IUserPool userPool() {
    return parts.users().pool();
  }

  /** The app client that people sign in with. */
  public IUserPoolClient userPoolClient() {
    return parts.users().client();
  }

  /** The function of the routes. The API calls its alias {@code live}. */
  public IFunction apiFunction() {
    return parts.watched().function().function();
  }

  /** The function of the authorizer. The API calls its alias {@code live}. */
  public IFunction authorizerFunction() {
    return parts.watched().authorizer().function();
  }

  /** The logs of the function, of the authorizer's function and of the API's requests. */
  public List<ILogGroup> logGroups() {
    var watched = parts.watched();
    return List.of(watched.function().log(), watched.authorizer().log(), watched.api().log());
  }

  /** Every alarm. */
  public List<IAlarm> alarms() {
    return parts.alarms();
  }

  /** Signing in needs no AWS credentials; only reading a client's secret does. */
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
