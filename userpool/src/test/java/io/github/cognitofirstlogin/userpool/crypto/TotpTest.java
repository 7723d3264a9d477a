package io.github.cognitofirstlogin.userpool.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** The SHA-1 rows of RFC 6238, appendix B: the last six of their eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void codesAreThoseOfTheStandard(long seconds, String code) {
    assertThat(new Totp(SECRET).accept(code, Instant.ofEpochSecond(seconds))).isTrue();
  }

  @Test
  void codeIsGoodForAStepBeforeAndAfterItsOwn() {
    assertThat(new Totp(SECRET).accept("287082", Instant.ofEpochSecond(29))).isTrue();
    assertThat(new Totp(SECRET).accept("287082", Instant.ofEpochSecond(89))).isTrue();
    assertThat(new Totp(SECRET).accept("287082", Instant.ofEpochSecond(90))).isFalse();
  }

  @Test
  void codeIsGoodOnce() {
    var token = new Totp(SECRET);
    token.accept("287082", Instant.ofEpochSecond(59));

    assertThatThrownBy(() -> token.accept("287082", Instant.ofEpochSecond(60)))
        .isInstanceOf(Totp.Replayed.class);
  }

  @Test
  void secretCodeIsBase32() {
    assertThat(new Totp(SECRET).secretCode()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(new Totp().secretCode()).matches("[A-Z2-7]{52}");
  }
}
