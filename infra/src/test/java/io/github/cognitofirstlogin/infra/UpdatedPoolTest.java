package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every change of the configuration keeps the user pool and its users. */
class UpdatedPoolTest {
  private static final String POOL = "AWS::Cognito::UserPool";
  private static final String CLIENT = "AWS::Cognito::UserPoolClient";

  /** A change of one of these properties makes CloudFormation create a new, empty pool, or fail. */
  private static final List<String> FIXED =
      List.of("AliasAttributes", "UsernameAttributes", "UsernameConfiguration", "Schema");

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"USER_POOL_ID", "USER_POOL_CLIENT_ID", "REQUIRED_ATTRIBUTES"})
  void noKeyChangesWhatIsFixedOnceThePoolExists(ContextKey key) {
    var before = Synthesized.plain();
    var after = Synthesized.with(changed(key));

    assertThat(after.onlyId(POOL)).isEqualTo(before.onlyId(POOL));
    for (var property : FIXED) {
      assertThat(after.properties(POOL).get(property))
          .as(property)
          .isEqualTo(before.properties(POOL).get(property));
    }
    assertThat(kept(after)).isEqualTo(kept(before));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"USER_POOL_ID", "USER_POOL_CLIENT_ID", "CONFIDENTIAL_CLIENT"})
  void noOtherKeyThanConfidentialClientReplacesTheClient(ContextKey key) {
    var before = Synthesized.plain();
    var after = Synthesized.with(changed(key));

    assertThat(after.onlyId(CLIENT)).isEqualTo(before.onlyId(CLIENT));
    for (var property : List.of("GenerateSecret", "UserPoolId", "ClientName")) {
      assertThat(after.properties(CLIENT).get(property))
          .as(property)
          .isEqualTo(before.properties(CLIENT).get(property));
    }
  }

  @Test
  void requiredAttributesChangeTheSchemaAndNothingElseThatIsFixed() {
    var before = Synthesized.plain().properties(POOL);
    var after = Synthesized.with(changed(ContextKey.REQUIRED_ATTRIBUTES)).properties(POOL);

    assertThat(after.has("Schema")).isTrue();
    for (var property : FIXED.subList(0, FIXED.size() - 1)) {
      assertThat(after.get(property)).as(property).isEqualTo(before.get(property));
    }
  }

  /** The key with a value other than its default, and the keys that it needs. */
  private static Map<String, Object> changed(ContextKey key) {
    var complete =
        Synthesized.FRONT_DOOR.containsKey(key.key())
            ? Synthesized.FRONT_DOOR
            : Synthesized.EVERY_KEY;
    var context = partners(complete);
    context.put(key.key(), complete.get(key.key()));
    assertThat(AuthConfig.from(context)).isNotEqualTo(AuthConfig.from(Map.of()));
    return context;
  }

  /** The host name, the certificate and the plan, which other keys need. */
  private static Map<String, Object> partners(Map<String, Object> complete) {
    var partners = new HashMap<>(complete);
    partners
        .keySet()
        .retainAll(
            List.of(
                "frontDoor",
                "apiDomainName",
                "certificateArn",
                "hostedZoneId",
                "hostedZoneName",
                "cookieDomain",
                "featurePlan"));
    return partners;
  }

  private static JsonNode kept(Synthesized stack) {
    var pool = stack.only(POOL);
    return Synthesized.json(
        "[%s,%s,%s]"
            .formatted(
                pool.get("DeletionPolicy"),
                pool.get("UpdateReplacePolicy"),
                pool.at("/Properties/DeletionProtection")));
  }
}
