package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackOutputsTest {
  private static final String TWO =
      """
      {"Auth": {"ApiUrl": "https://a", "UserPoolId": "eu-central-1_AAAAAAAAA"},
       "Auth-test": {"UserPoolId": "us-east-1_BBBBBBBBB"},
       "Web": {"Url": "https://b"}}""";

  @TempDir private Path directory;

  @Test
  void onlyStackWithAPoolNeedsNoName() throws IOException {
    var file = file("{\"Web\":{\"Url\":\"x\"},\"Auth\":{\"UserPoolId\":\"us-east-1_A\"}}");

    assertThat(poolId(file, Optional.empty())).isEqualTo("us-east-1_A");
  }

  @Test
  void nameChoosesAmongSeveralStacks() throws IOException {
    assertThat(poolId(file(TWO), Optional.of("Auth-test"))).isEqualTo("us-east-1_BBBBBBBBB");
    assertThatThrownBy(() -> poolId(file(TWO), Optional.empty()))
        .isInstanceOf(Misuse.class)
        .message()
        .contains("--stack", "Auth, Auth-test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Web", "auth", "Nowhere"})
  void stackWithoutAPoolIsNamed(String stack) {
    assertThatThrownBy(() -> poolId(file(TWO), Optional.of(stack)))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("a stack " + stack);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{\"Auth\":1}", "{\"Auth\":{\"UserPoolId\":5}}", "{\"Au"})
  void fileOfAnotherKindIsRefused(String content) {
    assertThatThrownBy(() -> poolId(file(content), Optional.empty()))
        .isInstanceOf(Misuse.class)
        .message()
        .contains("outputs.json")
        .hasLineCount(1);
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> poolId(directory.resolve("none.json"), Optional.empty()))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("none.json");
  }

  private static String poolId(Path file, Optional<String> stack) {
    return StackOutputs.read(file).only("UserPoolId", stack);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("outputs.json"), content);
  }
}
