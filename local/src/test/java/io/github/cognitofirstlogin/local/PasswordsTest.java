package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  @ParameterizedTest
  @ValueSource(ints = {6, 19, 20, 99})
  void isAsLongAsThePolicyAsks(int minimumLength) {
    assertThat(Passwords.random(minimumLength)).hasSizeBetween(19, 104);
    assertThat(Passwords.random(minimumLength).length()).isGreaterThanOrEqualTo(minimumLength);
  }

  @RepeatedTest(20)
  void hasEveryKindOfCharacterAndNoneThatNeedsQuoting() {
    assertThat(Passwords.random(12))
        .matches("[A-Za-z0-9-]+")
        .matches(".*[A-Z].*")
        .matches(".*[a-z].*")
        .matches(".*[0-9].*")
        .matches(".*-.*");
  }
}
