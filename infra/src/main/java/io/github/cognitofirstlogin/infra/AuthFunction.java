package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The one function behind every route; it may write its own log and nothing else. */
final class AuthFunction extends Construct {
  /** Above the function's own budget of ten seconds for an answer, below {@link AuthApi}'s. */
  static final Duration TIMEOUT = Duration.seconds(15);

  private final IFunction function;

  AuthFunction(
      Construct scope, String id, UserDirectory users, AuthConfig config, FunctionJar jar) {
    super(scope, id);
    var logs =
        LogGroup.Builder.create(this, "Logs")
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    function =
        Function.Builder.create(this, "Handler")
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .handler(AuthHandler.class.getName() + "::handleRequest")
            .code(Code.fromAsset(jar.path().toString()))
            .memorySize(1024)
            .timeout(TIMEOUT)
            .role(role(logs))
            .logGroup(logs)
            .loggingFormat(LoggingFormat.JSON)
            .environment(environment(users, config))
            .build();
  }

  IFunction function() {
    return function;
  }

  /** Signing in takes no AWS credentials, so the role has no permission on Cognito either. */
  private Role role(LogGroup logs) {
    return Role.Builder.create(this, "Role")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(
            Map.of(
                "WriteOwnLog",
                PolicyDocument.Builder.create()
                    .statements(
                        List.of(
                            PolicyStatement.Builder.create()
                                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                                .resources(List.of(logs.getLogGroupArn()))
                                .build()))
                    .build()))
        .build();
  }

  private static Map<String, String> environment(UserDirectory users, AuthConfig config) {
    var environment = new TreeMap<String, String>();
    environment.put(Setting.USER_POOL_ID.name(), users.pool().getUserPoolId());
    environment.put(Setting.USER_POOL_CLIENT_ID.name(), users.client().getUserPoolClientId());
    environment.put(
        Setting.AUTH_SESSION_VALIDITY.name(), Integer.toString(users.authSessionMinutes()));
    environment.put(
        Setting.REFRESH_TOKEN_VALIDITY.name(), Integer.toString(users.refreshTokenDays()));
    environment.put(
        Setting.WRITABLE_ATTRIBUTES.name(), String.join(",", users.writableAttributes()));
    environment.put(Setting.PASSWORD_POLICY.name(), PasswordPolicyJson.of(users.passwordPolicy()));
    environment.put(Setting.TOTP_ISSUER.name(), config.totpIssuer());
    if (!config.api().allowedOrigins().isEmpty()) {
      environment.put(
          Setting.ALLOWED_ORIGINS.name(),
          config.api().allowedOrigins().stream()
              .map(Origin::value)
              .collect(Collectors.joining(",")));
    }
    environment.put(Setting.COOKIE_SHAPE.name(), CookieShape.CROSS_SITE.name());
    config
        .cookies()
        .sharedDomain()
        .ifPresent(
            domain -> {
              environment.put(Setting.COOKIE_SHAPE.name(), CookieShape.SHARED_DOMAIN.name());
              environment.put(Setting.COOKIE_DOMAIN.name(), domain.attribute());
              environment.put(Setting.COOKIE_SAME_SITE.name(), domain.sameSite());
            });
    return environment;
  }
}
