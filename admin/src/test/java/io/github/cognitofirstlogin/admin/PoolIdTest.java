package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolIdTest {
  @Test
  void regionIsWhatTheIdBeginsWith() {
    assertThat(PoolId.parse("ap-southeast-2_aB3dE6gH9").region()).isEqualTo("ap-southeast-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "us-east-1", "_abc", "us-east-1_", "us-east-1_a b", "a/b_c", "\n"})
  void otherTextIsNoId(String text) {
    assertThatThrownBy(() -> PoolId.parse(text))
        .isInstanceOf(Misuse.class)
        .message()
        .hasLineCount(1);
  }
}
