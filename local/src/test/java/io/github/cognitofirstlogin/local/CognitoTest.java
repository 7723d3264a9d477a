package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CognitoTest {

  private static final String ENDPOINT = "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";
  private static final String CLIENT_ID = "USER_POOL_CLIENT_ID";
  private static final String POOL_ID = "USER_POOL_ID";

  @Test
  void anotherCognitoTakesBothVariables() throws Exception {
    try (var cognito =
        cognito(
            Map.of(ENDPOINT, "http://localhost:1", CLIENT_ID, "id", "AWS_REGION", "eu-west-1"))) {
      assertThat(cognito.functionEnvironment())
          .containsEntry(ENDPOINT, "http://localhost:1")
          .hasEntrySatisfying(POOL_ID, unknown -> assertThat(unknown).startsWith("eu-west-1_"));
      assertThat(cognito.notes()).anySatisfy(note -> assertThat(note).contains(POOL_ID));
      assertThat(cognito.region(new Template(JsonNodeFactory.instance.objectNode())))
          .isEqualTo("eu-west-1");
      assertThat(cognito.demoUser("http://localhost:2")).isEmpty();
    }
  }

  @Test
  void anotherCognitosPoolIsTheOneThatIsNamed() throws Exception {
    try (var cognito =
        cognito(
            Map.of(ENDPOINT, "http://localhost:1", CLIENT_ID, "id", POOL_ID, "us-east-1_Some"))) {
      assertThat(cognito.functionEnvironment()).containsEntry(POOL_ID, "us-east-1_Some");
      assertThat(cognito.notes()).singleElement().asString().doesNotContain(POOL_ID);
    }
  }

  @Test
  void oneVariableWithoutTheOtherIsRefused() {
    assertThatThrownBy(() -> cognito(Map.of(ENDPOINT, "http://localhost:1")))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            ENDPOINT
                + " is set but "
                + CLIENT_ID
                + " is not: set both to use another Cognito,"
                + " or neither");
    assertThatThrownBy(() -> cognito(Map.of(CLIENT_ID, "id")))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith(CLIENT_ID + " is set but " + ENDPOINT + " is not");
  }

  private static Cognito cognito(Map<String, String> environment) throws Exception {
    return Cognito.from(
        environment,
        () -> {
          throw new AssertionError("no pool is to be started");
        });
  }
}
