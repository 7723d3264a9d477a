package io.github.cognitofirstlogin.userpool;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;

/**
 * Any other endpoint with the API, including AWS. This target creates pools through the API, and
 * deletes them in the end.
 */
class SdkTarget implements ContractTarget {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The API and CloudFormation use the same names for nearly everything. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final CognitoIdentityProviderClient cognito;
  private final Optional<String> endpoint;
  private final Set<String> knownGaps;
  private final List<String> pools = new ArrayList<>();

  SdkTarget(
      CognitoIdentityProviderClient cognito, Optional<String> endpoint, Set<String> knownGaps) {
    this.cognito = cognito;
    this.endpoint = endpoint;
    this.knownGaps = knownGaps;
  }

  @Override
  public CognitoIdentityProviderClient cognito() {
    return cognito;
  }

  @Override
  public ContractPool create(String userPool, String userPoolClient) {
    var request =
        read(userPool, CreateUserPoolRequest.serializableBuilderClass())
            .poolName("contract-" + UUID.randomUUID())
            .build();
    var id = cognito.createUserPool(request).userPool().id();
    pools.add(id);
    secondFactors(id, userPool);
    return client(id, userPoolClient);
  }

  @Override
  public ContractPool createClient(ContractPool pool, String userPoolClient) {
    return client(pool.id(), userPoolClient);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void pass(Duration time) {
    if (time.compareTo(PATIENCE) > 0) {
      abort("nobody waits " + time);
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String secretSentTo(String username) {
    return abort("nobody can read what is sent to " + username);
  }

  @Override
  public Optional<String> endpoint() {
    return endpoint;
  }

  @Override
  public Set<String> knownGaps() {
    return knownGaps;
  }

  @Override
  public void close() {
    pools.forEach(id -> cognito.deleteUserPool(r -> r.userPoolId(id)));
    cognito.close();
  }

  /** The API configures the second factors in a separate call. */
  private void secondFactors(String id, String userPool) {
    if (userPool.contains("SOFTWARE_TOKEN_MFA")) {
      cognito.setUserPoolMfaConfig(
          r ->
              r.userPoolId(id)
                  .mfaConfiguration(userPool.contains("\"ON\"") ? "ON" : "OPTIONAL")
                  .softwareTokenMfaConfiguration(token -> token.enabled(true)));
    }
  }

  private ContractPool client(String poolId, String properties) {
    var request =
        read(properties, CreateUserPoolClientRequest.serializableBuilderClass())
            .userPoolId(poolId)
            .clientName("contract-" + UUID.randomUUID())
            .build();
    var client = cognito.createUserPoolClient(request).userPoolClient();
    return new ContractPool(
        cognito, poolId, client.clientId(), Optional.ofNullable(client.clientSecret()));
  }

  private static <B> B read(String json, Class<? extends B> builder) {
    try {
      return JSON.readValue(json, builder);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
