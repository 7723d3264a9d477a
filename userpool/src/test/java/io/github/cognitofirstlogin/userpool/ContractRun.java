package io.github.cognitofirstlogin.userpool;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The context of the rows: a target, and pools on it that rows with the same needs share. */
final class ContractRun {

  static final String POOL =
      """
      {"Policies":{"PasswordPolicy":{"MinimumLength":10,"RequireUppercase":true}},
       "UsernameConfiguration":{"CaseSensitive":false},
       "AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true}}""";

  static final String CLIENT =
      """
      {"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH"],
       "PreventUserExistenceErrors":"ENABLED"}""";

  private final ContractTarget target;
  private final Map<String, ContractPool> pools = new ConcurrentHashMap<>();

  ContractRun(ContractTarget target) {
    this.target = target;
  }

  ContractTarget target() {
    return target;
  }

  CognitoIdentityProviderClient cognito() {
    return target.cognito();
  }

  ContractPool pool() {
    return pool(POOL, CLIENT);
  }

  ContractPool pool(String userPool, String userPoolClient) {
    return pools.computeIfAbsent(
        userPool + userPoolClient, key -> target.create(userPool, userPoolClient));
  }

  /** Another client of the usual pool. */
  ContractPool client(String userPoolClient) {
    var pool = pool();
    return pools.computeIfAbsent(userPoolClient, key -> target.createClient(pool, userPoolClient));
  }

  void pass(Duration time) {
    target.pass(time);
  }
}
