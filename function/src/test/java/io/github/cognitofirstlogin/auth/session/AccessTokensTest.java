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
import io.github.cognitofirstlogin.auth.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
  private final AccessTokens accessTokens = SigningKey.FIRST.accessTokens();

  @Test
  void accessTokenOfOurPoolAndClientIsASession() {
    assertThat(verified(SigningKey.FIRST.token()))
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

    assertThat(verified(SigningKey.FIRST.token(claims)))
        .hasValueSatisfying(
            session -> {
              assertThat(session.groups()).isEmpty();
              assertThat(session.scope()).isEmpty();
            });
  }

  @Test
  void bothNamesOfThePoolAsAnIssuerAreAccepted() {
    var claims = SigningKey.claims().issuer(SigningKey.UPDATED_ISSUER);

    assertThat(verified(SigningKey.FIRST.token(claims))).isPresent();
  }

  @Test
  void timeBeforeATokenIsGoodIsToleratedForFiveSeconds() {
    for (int seconds : new int[] {-3600, 0, 5}) {
      var claims = SigningKey.claims().notBeforeTime(at(seconds));
      assertThat(verified(SigningKey.FIRST.token(claims))).as("nbf in %d s", seconds).isPresent();
    }
    for (int seconds : new int[] {6, 3600}) {
      var claims = SigningKey.claims().notBeforeTime(at(seconds));
      assertThat(verified(SigningKey.FIRST.token(claims))).as("nbf in %d s", seconds).isEmpty();
    }
    for (Number absurd : List.of(Long.MAX_VALUE, Long.MAX_VALUE / 1000 + 1, 1e300)) {
      assertThat(verified(SigningKey.FIRST.signed(Map.of("nbf", absurd)))).isEmpty();
    }
  }

  @Test
  void timeOfIssueIsNotLookedAt() {
    var claims = SigningKey.claims().issueTime(at(3600));

    assertThat(verified(SigningKey.FIRST.token(claims))).isPresent();
  }

  @Test
  void tokenWithTimesThatAreNotNumbersIsInvalid() {
    for (String claim : List.of("nbf", "exp", "iat")) {
      for (Object value : List.of("1795780000", "soon", true, List.of(1), Map.of("a", 1))) {
        assertThat(verified(SigningKey.FIRST.signed(Map.of(claim, value))))
            .as("%s: %s", claim, value)
            .isEmpty();
      }
    }
    assertThat(verified(SigningKey.FIRST.signed(Map.of()))).isPresent();
  }

  @Test
  void tokenThatCannotBeCheckedDoesNotBlockAValidOne() {
    var keys =
        new SigningKeys(new FailingLater(SigningKey.FIRST.jwks()), SigningKey.at(SigningKey.NOW));
    var tokens =
        new AccessTokens(
            Set.of(SigningKey.ISSUER), Api.CLIENT_ID, keys, SigningKey.at(SigningKey.NOW));
    String unknown = SigningKey.SECOND.token();
    String good = SigningKey.FIRST.token();
    assertThat(tokens.verified(List.of(good)).session()).isPresent();

    assertThat(tokens.verified(List.of(unknown, good)).session()).isPresent();
    assertThatThrownBy(() -> tokens.verified(List.of("none", unknown)))
        .isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void tokenOfAnotherPoolClientUseOrTimeIsInvalid() {
    for (JWTClaimsSet.Builder claims :
        List.of(
            SigningKey.claims().issuer(SigningKey.ISSUER + "x"),
            SigningKey.claims().issuer(SigningKey.UPDATED_ISSUER + "x"),
            SigningKey.claims().issuer(SigningKey.UPDATED_ISSUER.replace("central", "west")),
            SigningKey.claims().issuer(SigningKey.UPDATED_ISSUER.replace("https", "http")),
            SigningKey.claims().issuer(SigningKey.UPDATED_ISSUER.replace("issuer-", "issuer.")),
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
      assertThat(verified(SigningKey.FIRST.token(claims))).isEmpty();
    }
  }

  @Test
  void tokenWithAKnownKeyIdAndAnotherKeysSignatureIsInvalid() {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(SigningKey.FIRST.name());

    assertThat(verified(SigningKey.SECOND.token(header, SigningKey.claims()))).isEmpty();
  }

  @Test
  void tokenWithAChangedPayloadIsInvalid() {
    String[] parts = SigningKey.FIRST.token().split("\\.");
    String admin =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("shiun", "admin");
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(admin.getBytes(StandardCharsets.UTF_8));

    assertThat(verified(String.join(".", parts))).isEmpty();
  }

  @Test
  void tokenSignedWithThePublicKeyAsASecretIsInvalid() throws JOSEException {
    for (byte[] secret :
        List.of(
            SigningKey.FIRST.key().toRSAPublicKey().getEncoded(),
            SigningKey.FIRST.jwks().getBytes(StandardCharsets.UTF_8))) {
      SignedJWT confused =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(SigningKey.FIRST.name()).build(),
              SigningKey.claims().build());
      confused.sign(new MACSigner(secret));

      assertThat(verified(confused.serialize())).isEmpty();
    }
  }

  @Test
  void tokenWithoutASignatureIsInvalid() {
    assertThat(verified(new PlainJWT(SigningKey.claims().build()).serialize())).isEmpty();
    String[] parts = SigningKey.FIRST.token().split("\\.");
    assertThat(verified(parts[0] + "." + parts[1] + ".")).isEmpty();
  }

  @Test
  void tokenWithAnotherAlgorithmOfTheSameKeyIsInvalid() {
    for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      var header = new JWSHeader.Builder(algorithm).keyID(SigningKey.FIRST.name());
      assertThat(verified(SigningKey.FIRST.token(header, SigningKey.claims()))).isEmpty();
    }
  }

  @Test
  void tokenWithoutAKeyIdOrWithUnknownCriticalHeadersIsInvalid() {
    var anonymous = new JWSHeader.Builder(JWSAlgorithm.RS256);
    var demanding =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(SigningKey.FIRST.name())
            .criticalParams(Set.of("exp"));

    assertThat(verified(SigningKey.FIRST.token(anonymous, SigningKey.claims()))).isEmpty();
    assertThat(verified(SigningKey.FIRST.token(demanding, SigningKey.claims()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", ".", "..", "a.b.c", "eyJ9.e30.", "....", "\u0000"})
  void textThatIsNotATokenIsInvalid(String text) {
    assertThat(verified(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "1", "true", "\"RS256\"", ""})
  void tokenWithPartsThatAreNotJsonObjectsIsInvalid(String json) {
    String part = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    String good = SigningKey.FIRST.token();
    int payload = good.indexOf('.');
    int signature = good.lastIndexOf('.');

    assertThat(verified(part + good.substring(payload))).isEmpty();
    assertThat(verified(good.substring(0, payload + 1) + part + good.substring(signature)))
        .isEmpty();
  }

  @Test
  void tokenWithGroupsThatAreNotStringsIsInvalid() {
    for (Object groups : List.of(Collections.singletonList(null), List.of(1), "admins")) {
      assertThat(verified(SigningKey.FIRST.signed(Map.of("cognito:groups", groups))))
          .as("groups: %s", groups)
          .isEmpty();
    }
  }

  @Test
  void tokenCannotBeCheckedWithoutKeys() {
    assertThatThrownBy(() -> SigningKey.unavailable().verified(List.of(SigningKey.FIRST.token())))
        .isInstanceOf(KeysUnavailable.class);
  }

  private static Date at(int seconds) {
    return Date.from(SigningKey.NOW.plusSeconds(seconds));
  }

  /** Publishes its keys once. */
  private static final class FailingLater implements SigningKeys.Source {
    private final String jwks;
    private boolean read;

    private FailingLater(String jwks) {
      this.jwks = jwks;
    }

    @Override
    public String read() throws IOException {
      if (read) {
        throw new IOException("down");
      }
      read = true;
      return jwks;
    }
  }

  private Optional<Session> verified(String token) {
    return accessTokens.verified(List.of(token)).session();
  }
}
