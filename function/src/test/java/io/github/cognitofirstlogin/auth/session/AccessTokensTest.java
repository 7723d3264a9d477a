package io.github.cognitofirstlogin.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
  private final AccessTokens accessTokens = SigningKey.FIRST.accessTokens();

  @Test
  void accessTokenOfOurPoolAndClientIsASession() {
    assertThat(accessTokens.verified(SigningKey.FIRST.token()))
        .contains(
            new Session(
                "91ba7c28-0000-4000-8000-000000000000",
                "shiun",
                List.of("admins", "staff"),
                "aws.cognito.signin.user.admin",
                Instant.parse("2026-11-23T12:00:01Z")));
  }

  @Test
  void userWithoutGroupsHasNone() {
    var claims = SigningKey.claims().claim("cognito:groups", null).claim("scope", null);

    assertThat(accessTokens.verified(SigningKey.FIRST.token(claims)))
        .hasValueSatisfying(
            session -> {
              assertThat(session.groups()).isEmpty();
              assertThat(session.scope()).isEmpty();
            });
  }

  @Test
  void tokenOfAnotherPoolClientUseOrTimeIsNone() {
    for (JWTClaimsSet.Builder claims :
        List.of(
            SigningKey.claims().issuer(SigningKey.ISSUER + "x"),
            SigningKey.claims().issuer(null),
            SigningKey.claims().claim("client_id", "another"),
            SigningKey.claims().claim("client_id", null).audience("2example3client4id5abcdefg"),
            SigningKey.claims().claim("token_use", "id"),
            SigningKey.claims().claim("token_use", null),
            SigningKey.claims().subject(null),
            SigningKey.claims().claim("username", null),
            SigningKey.claims().claim("username", 7),
            SigningKey.claims().expirationTime(null),
            SigningKey.claims().expirationTime(Date.from(SigningKey.NOW)),
            SigningKey.claims().expirationTime(Date.from(SigningKey.NOW.minusSeconds(1))))) {
      assertThat(accessTokens.verified(SigningKey.FIRST.token(claims))).isEmpty();
    }
  }

  @Test
  void tokenWithOurKeyIdAndAnotherKeysSignatureIsNone() {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(SigningKey.FIRST.name());

    assertThat(accessTokens.verified(SigningKey.SECOND.token(header, SigningKey.claims())))
        .isEmpty();
  }

  @Test
  void changedPayloadIsNone() {
    String[] parts = SigningKey.FIRST.token().split("\\.");
    String admin =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("shiun", "admin");
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(admin.getBytes(StandardCharsets.UTF_8));

    assertThat(accessTokens.verified(String.join(".", parts))).isEmpty();
  }

  @Test
  void publicKeyIsNoSharedSecret() throws JOSEException {
    for (byte[] secret :
        List.of(
            SigningKey.FIRST.key().toRSAPublicKey().getEncoded(),
            SigningKey.FIRST.jwks().getBytes(StandardCharsets.UTF_8))) {
      SignedJWT confused =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(SigningKey.FIRST.name()).build(),
              SigningKey.claims().build());
      confused.sign(new MACSigner(secret));

      assertThat(accessTokens.verified(confused.serialize())).isEmpty();
    }
  }

  @Test
  void tokenWithoutASignatureIsNone() {
    assertThat(accessTokens.verified(new PlainJWT(SigningKey.claims().build()).serialize()))
        .isEmpty();
    String[] parts = SigningKey.FIRST.token().split("\\.");
    assertThat(accessTokens.verified(parts[0] + "." + parts[1] + ".")).isEmpty();
  }

  @Test
  void otherAlgorithmsOfTheSameKeyAreNone() {
    for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      var header = new JWSHeader.Builder(algorithm).keyID(SigningKey.FIRST.name());
      assertThat(accessTokens.verified(SigningKey.FIRST.token(header, SigningKey.claims())))
          .isEmpty();
    }
  }

  @Test
  void tokenWithoutAKeyIdOrWithDemandsNobodyKnowsIsNone() {
    var anonymous = new JWSHeader.Builder(JWSAlgorithm.RS256);
    var demanding =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(SigningKey.FIRST.name())
            .criticalParams(Set.of("exp"));

    assertThat(accessTokens.verified(SigningKey.FIRST.token(anonymous, SigningKey.claims())))
        .isEmpty();
    assertThat(accessTokens.verified(SigningKey.FIRST.token(demanding, SigningKey.claims())))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", ".", "..", "a.b.c", "eyJ9.e30.", "....", "\u0000"})
  void whatIsNoTokenIsNone(String text) {
    assertThat(accessTokens.verified(text)).isEmpty();
  }

  @Test
  void withoutKeysNobodyCanTell() {
    assertThatThrownBy(() -> SigningKey.unavailable().verified(SigningKey.FIRST.token()))
        .isInstanceOf(KeysUnavailable.class);
  }
}
