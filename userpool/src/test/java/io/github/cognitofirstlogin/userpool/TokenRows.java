package io.github.cognitofirstlogin.userpool;

import static io.github.cognitofirstlogin.userpool.ContractPool.CHOSEN;
import static io.github.cognitofirstlogin.userpool.ContractRow.row;
import static io.github.cognitofirstlogin.userpool.Sdk.refused;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.PROBED;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.PRODUCTION;
import static io.github.cognitofirstlogin.userpool.Witness.callers;
import static io.github.cognitofirstlogin.userpool.Witness.guide;
import static io.github.cognitofirstlogin.userpool.Witness.open;
import static io.github.cognitofirstlogin.userpool.Witness.reference;
import static io.github.cognitofirstlogin.userpool.Witness.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rows 31 to 38: tokens, refreshing and revoking them. */
final class TokenRows {

  private static final String ROTATING =
      """
      {"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],
       "RefreshTokenRotation":{"Feature":"ENABLED","RetryGracePeriodSeconds":10},
       "RefreshTokenValidity":2,"TokenValidityUnits":{"RefreshToken":"days"}}\
      """;

  private static final String BRIEF =
      """
      {"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],
       "AccessTokenValidity":10,"TokenValidityUnits":{"AccessToken":"minutes"}}\
      """;

  private TokenRows() {}

  static Map<String, Object> claims(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
    } catch (ParseException e) {
      throw new AssertionError("not a token", e);
    }
  }

  static List<ContractRow> rows() {
    return List.of(
        row("31", "success", TokenRows::success, reference("AuthenticationResultType")),
        row(
            "32",
            "JWT verifies against JWKS; claims",
            TokenRows::claims,
            guide("amazon-cognito-user-pools-using-tokens-with-identity-providers.html")),
        row(
            "32b",
            "GetUser with an expired access token",
            TokenRows::expiredAccess,
            open("Which text refuses an expired access token?")),
        row(
            "33",
            "REFRESH_TOKEN_AUTH",
            TokenRows::refresh,
            guide("amazon-cognito-user-pools-using-the-refresh-token.html")),
        row(
            "33b",
            "expired refresh token",
            TokenRows::expiredRefresh,
            guide("amazon-cognito-user-pools-using-the-refresh-token.html"),
            open("Which text refuses an expired refresh token?")),
        row(
            "34",
            "another client's refresh token",
            TokenRows::anotherClientsRefresh,
            seen(PROBED, "floci", "November 2026"),
            seen(PRODUCTION, "two independent projects")),
        row(
            "34b",
            "garbage refresh token",
            TokenRows::garbageRefresh,
            open("Which text refuses a garbage refresh token?")),
        row(
            "35",
            "GetTokensFromRefreshToken and rotation",
            TokenRows::rotation,
            guide("amazon-cognito-user-pools-using-the-refresh-token.html")),
        row(
            "35b",
            "a rotated refresh token after its grace period",
            TokenRows::rotatedAway,
            reference("GetTokensFromRefreshToken"),
            open("Which text refuses a rotated token, and does its use end the newer tokens?")),
        row(
            "35c",
            "REFRESH_TOKEN_AUTH of a client with rotation",
            TokenRows::refreshOfRotating,
            reference("RefreshTokenRotationType"),
            open("Which text refuses REFRESH_TOKEN_AUTH of a client with rotation?")),
        row(
            "36",
            "RevokeToken; refresh and GetUser after it",
            TokenRows::revoke,
            seen(PROBED, "a public project"),
            callers(),
            reference("RevokeToken")),
        row(
            "36b",
            "RevokeToken refused",
            TokenRows::irrevocable,
            reference("RevokeToken"),
            open("Which texts refuse garbage, an access token, and a client without revocation?")),
        row(
            "37",
            "GlobalSignOut / AdminUserGlobalSignOut",
            TokenRows::signOut,
            reference("GlobalSignOut")),
        row(
            "38",
            "GetUser: garbage, forged signature, id token",
            TokenRows::invalidAccess,
            open("Which text refuses a garbage access token?")));
  }

  private static void success(ContractRun run) {
    var username = run.pool().newUser();
    var tokens =
        run.pool()
            .newPassword(username, CHOSEN, run.pool().session(username))
            .authenticationResult();
    assertThat(tokens.expiresIn()).isEqualTo(3600);
    assertThat(tokens.tokenType()).isEqualTo("Bearer");
    assertThat(tokens.accessToken()).isNotBlank();
    assertThat(tokens.idToken()).isNotBlank();
    assertThat(tokens.refreshToken()).matches("[A-Za-z0-9-_=.]{1000,2048}");
  }

  private static void claims(ContractRun run) {
    var brief = run.client(BRIEF);
    var username =
        run.pool()
            .newConfirmedUser(
                Sdk.attribute("email", "a@example.com"), Sdk.attribute("email_verified", "true"));
    var tokens = brief.tokens(username);
    assertThat(tokens.expiresIn()).isEqualTo(600);
    try {
      var issuer = "https://cognito-idp.us-east-1.amazonaws.com/" + brief.id();
      var keys =
          JWKSet.load(
              URI.create(
                      run.target().endpoint().map(e -> e + "/" + brief.id()).orElse(issuer)
                          + "/.well-known/jwks.json")
                  .toURL());
      for (var text : List.of(tokens.accessToken(), tokens.idToken())) {
        var token = SignedJWT.parse(text);
        assertThat(
                token.verify(
                    new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
            .isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(issuer);
        assertThat(token.getJWTClaimsSet().getClaims())
            .containsKeys("origin_jti", "jti", "auth_time", "sub", "event_id");
      }
      var access = SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet();
      assertThat(access.getClaims())
          .containsEntry("client_id", brief.clientId())
          .containsEntry("token_use", "access")
          .containsEntry("username", username)
          .containsEntry("scope", "aws.cognito.signin.user.admin");
      assertThat(
              Duration.between(
                  access.getIssueTime().toInstant(), access.getExpirationTime().toInstant()))
          .isEqualTo(Duration.ofMinutes(10));
      var id = SignedJWT.parse(tokens.idToken()).getJWTClaimsSet();
      assertThat(id.getAudience()).containsExactly(brief.clientId());
      assertThat(id.getClaims())
          .containsEntry("token_use", "id")
          .containsEntry("cognito:username", username)
          .containsEntry("email", "a@example.com")
          .containsEntry("email_verified", true);
    } catch (Exception e) {
      throw new AssertionError("the token cannot be verified", e);
    }
  }

  private static void expiredAccess(ContractRun run) {
    var tokens = run.client(BRIEF).tokens(run.pool().newConfirmedUser());
    run.pass(Duration.ofMinutes(10));
    refused(
        "NotAuthorizedException",
        "Access Token has expired",
        () -> run.cognito().getUser(r -> r.accessToken(tokens.accessToken())));
  }

  private static void refresh(ContractRun run) {
    var username = run.pool().newUser();
    var ofChallenge =
        run.pool()
            .newPassword(username, CHOSEN, run.pool().session(username))
            .authenticationResult();
    var ofLogin = run.pool().tokens(username);
    for (var refreshToken : List.of(ofChallenge.refreshToken(), ofLogin.refreshToken())) {
      var fresh = run.pool().refresh(username, refreshToken).authenticationResult();
      assertThat(fresh.accessToken()).isNotBlank();
      assertThat(fresh.idToken()).isNotBlank();
      assertThat(fresh.refreshToken()).isNull();
    }
    var confidential = run.client(SignInRows.WITH_SECRET);
    var secretly = confidential.tokens(username);
    assertThat(confidential.refresh(username, secretly.refreshToken()).authenticationResult())
        .isNotNull();
    refused(
        "NotAuthorizedException",
        "Unable to verify secret hash for client " + confidential.clientId(),
        () -> confidential.refresh("somebody-else", secretly.refreshToken()));
  }

  private static void expiredRefresh(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    var refreshToken = run.pool().tokens(username).refreshToken();
    run.pass(Duration.ofDays(30));
    refused(
        "NotAuthorizedException",
        "Refresh Token has expired",
        () -> run.pool().refresh(username, refreshToken));
  }

  private static void anotherClientsRefresh(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    var tokens = run.pool().tokens(username);
    var other =
        run.client(
            "{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]}");
    refused(
        "NotAuthorizedException",
        "Refresh Token has different Client",
        () -> other.refresh(username, tokens.refreshToken()));
    refused(
        "NotAuthorizedException",
        "Refresh Token has different Client",
        () -> other.tokensFrom(tokens.refreshToken()));
  }

  private static void garbageRefresh(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    refused(
        "NotAuthorizedException",
        "Invalid Refresh Token",
        () -> run.pool().refresh(username, "garbage"));
    refused(
        "NotAuthorizedException", "Invalid Refresh Token", () -> run.pool().tokensFrom("garbage"));
  }

  private static void rotation(ContractRun run) {
    var rotating = run.client(ROTATING);
    var username = run.pool().newConfirmedUser();
    var first = rotating.tokens(username).refreshToken();
    var second = rotating.tokensFrom(first).refreshToken();
    assertThat(second).isNotBlank().isNotEqualTo(first);
    run.pass(Duration.ofSeconds(9));
    assertThat(rotating.tokensFrom(first).accessToken()).isNotBlank();
    var constant = run.pool().tokens(username).refreshToken();
    assertThat(run.pool().tokensFrom(constant).refreshToken()).isNull();
  }

  private static void rotatedAway(ContractRun run) {
    var rotating = run.client(ROTATING);
    var first = rotating.tokens(run.pool().newConfirmedUser()).refreshToken();
    var second = rotating.tokensFrom(first).refreshToken();
    run.pass(Duration.ofSeconds(10));
    refused(
        "RefreshTokenReuseException",
        "Refresh token has been rotated and was used again",
        () -> rotating.tokensFrom(first));
    var third = rotating.tokensFrom(second).refreshToken();
    run.pass(Duration.ofDays(2));
    refused(
        "NotAuthorizedException", "Refresh Token has expired", () -> rotating.tokensFrom(third));
  }

  private static void refreshOfRotating(ContractRun run) {
    var rotating = run.client(ROTATING);
    var username = run.pool().newConfirmedUser();
    var token = rotating.tokens(username).refreshToken();
    refused(
        "InvalidParameterException",
        "REFRESH_TOKEN_AUTH is not enabled for the client.",
        () -> rotating.refresh(username, token));
  }

  private static void revoke(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    var tokens = run.pool().tokens(username);
    var others = run.pool().tokens(username);
    assertThat(run.cognito().getUser(r -> r.accessToken(tokens.accessToken())).username())
        .isEqualTo(username);
    for (var times = 0; times < 2; times++) {
      run.cognito()
          .revokeToken(r -> r.clientId(run.pool().clientId()).token(tokens.refreshToken()));
    }
    refused(
        "NotAuthorizedException",
        "Refresh Token has been revoked",
        () -> run.pool().refresh(username, tokens.refreshToken()));
    refused(
        "NotAuthorizedException",
        "Access Token has been revoked",
        () -> run.cognito().getUser(r -> r.accessToken(tokens.accessToken())));
    assertThat(run.cognito().getUser(r -> r.accessToken(others.accessToken())).username())
        .isEqualTo(username);
  }

  private static void irrevocable(ContractRun run) {
    var others = run.pool().tokens(run.pool().newConfirmedUser());
    refused(
        "InvalidParameterException",
        "Invalid token",
        () -> run.cognito().revokeToken(r -> r.clientId(run.pool().clientId()).token("garbage")));
    refused(
        "UnsupportedTokenTypeException",
        "Unsupported token type",
        () ->
            run.cognito()
                .revokeToken(r -> r.clientId(run.pool().clientId()).token(others.accessToken())));
    var irrevocable =
        run.client(
            "{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"],\"EnableTokenRevocation\":false}");
    refused(
        "UnsupportedOperationException",
        "Token revocation is disabled for this client",
        () ->
            run.cognito()
                .revokeToken(r -> r.clientId(irrevocable.clientId()).token(others.refreshToken())));
  }

  private static void signOut(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    var first = run.pool().tokens(username);
    var second = run.pool().tokens(username);
    run.cognito().globalSignOut(r -> r.accessToken(first.accessToken()));
    for (var tokens : List.of(first, second)) {
      refused(
          "NotAuthorizedException",
          "Access Token has been revoked",
          () -> run.cognito().getUser(r -> r.accessToken(tokens.accessToken())));
      refused(
          "NotAuthorizedException",
          "Refresh Token has been revoked",
          () -> run.pool().refresh(username, tokens.refreshToken()));
    }
    var third = run.pool().tokens(username);
    run.cognito().adminUserGlobalSignOut(r -> r.userPoolId(run.pool().id()).username(username));
    refused(
        "NotAuthorizedException",
        "Access Token has been revoked",
        () -> run.cognito().getUser(r -> r.accessToken(third.accessToken())));
  }

  private static void invalidAccess(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    var tokens = run.pool().tokens(username);
    for (var wrong : List.of("garbage", forged(tokens.accessToken()), tokens.idToken())) {
      refused(
          "NotAuthorizedException",
          "Invalid Access Token",
          () -> run.cognito().getUser(r -> r.accessToken(wrong)));
    }
  }

  /** The same header and claims, signed with another key. */
  private static String forged(String accessToken) {
    try {
      var token = SignedJWT.parse(accessToken);
      var forged = new SignedJWT(token.getHeader(), token.getJWTClaimsSet());
      forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
      return forged.serialize();
    } catch (Exception e) {
      throw new AssertionError("the token cannot be forged", e);
    }
  }
}
