package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.http.FrontDoor;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.SigningKey;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.leaks.Watch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenResponse;

/** The session: its cookies in each shape, and the routes that read, renew and end it. */
class SessionRoutesTest {
  private static final String SITE = "SameSite=None; Domain=.example.com";
  private static final String UNRELATED = "SameSite=None; Partitioned";
  private static final String CLEARED =
      "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; HttpOnly; ";
  private static final List<Object> CLEARING =
      List.of(
          "accessToken=; Path=/" + CLEARED + SITE,
          "refreshToken=; Path=/session" + CLEARED + SITE,
          "accessToken=; Path=/" + CLEARED + UNRELATED,
          "refreshToken=; Path=/session" + CLEARED + UNRELATED);

  @Test
  @Hostile("C1")
  void sharedDomainCookiesAreExactlyThese() {
    assertThat(login(Api.ENVIRONMENT).cookies())
        .containsExactly(
            "accessToken=access; Path=/; Max-Age=3600; Secure; HttpOnly; " + SITE,
            "refreshToken=refresh; Path=/session; Max-Age=2592000; Secure; HttpOnly; " + SITE);
    assertThat(login(Api.environment("COOKIE_SAME_SITE", "Strict")).cookies())
        .allSatisfy(
            cookie ->
                assertThat(cookie.toString()).endsWith("SameSite=Strict; Domain=.example.com"));
  }

  @Test
  @Hostile({"C2", "C4"})
  void sameOriginCookiesAreExactlyThese() {
    var environment = Api.crossSite();
    environment.put("COOKIE_SHAPE", "SAME_ORIGIN");

    assertThat(login(environment).cookies())
        .containsExactly(
            "__Host-accessToken=access; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Strict",
            "__Secure-refreshToken=refresh; Path=/session; Max-Age=2592000; Secure; HttpOnly;"
                + " SameSite=Strict");
  }

  @Test
  void refreshCookieNamesThePathThatBrowsersSee() {
    var environment = Api.crossSite();
    environment.put("COOKIE_SHAPE", "SAME_ORIGIN");
    environment.put("API_PATH", "/api");
    var signedOut = Api.with(FakeCognito.answering(), environment).send(Route.SIGN_OUT);

    assertThat(login(environment).cookies())
        .satisfiesExactly(
            access -> assertThat(access.toString()).contains("; Path=/; "),
            refresh -> assertThat(refresh.toString()).contains("; Path=/api/session; "));
    assertThat(signedOut.cookies())
        .satisfiesExactly(
            access -> assertThat(access.toString()).contains("; Path=/; Max-Age=0; "),
            refresh -> assertThat(refresh.toString()).contains("; Path=/api/session; Max-Age=0; "));
  }

  @Test
  @Hostile({"C2", "C4"})
  void crossSiteCookiesAreExactlyThese() {
    assertThat(login(Api.crossSite()).cookies())
        .containsExactly(
            "accessToken=access; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=None;"
                + " Partitioned",
            "refreshToken=refresh; Path=/session; Max-Age=2592000; Secure; HttpOnly;"
                + " SameSite=None; Partitioned");
  }

  @Test
  void refreshCookieNeverOutlivesWhatBrowsersKeep() {
    assertThat(login(Api.environment("REFRESH_TOKEN_VALIDITY", "3650")).cookies().get(1).toString())
        .contains("; Max-Age=34560000;");
  }

  @ParameterizedTest
  @CsvSource({
    "3000,4084,2",
    "3000,4085,1",
    "3061,4084,2",
    "3062,4084,1",
    "4085,3060,2",
    "4085,3061,1"
  })
  @Hostile("R5")
  void refreshTokenThatIsTooLargeIsLeftOutAndReported(int access, int refresh, int cookies) {
    var answer =
        Api.with(FakeCognito.answering(tokens("a".repeat(access), "r".repeat(refresh)))).login();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.cookies().size()).isEqualTo(cookies);
    assertThat(answer.code()).isEqualTo(cookies == 2 ? null : "token_too_large");
    assertThat(answer.body().get("session")).isEqualTo(cookies == 2 ? null : "not_renewable");
  }

  @Test
  @Hostile("R2")
  void refreshTokenThatNoCookieCanHoldIsLeftOut() {
    var answer =
        Api.with(FakeCognito.answering(tokens("access", "r; Domain=.evil.example"))).login();

    assertThat(answer.cookies()).hasSize(1);
    assertThat(answer.cookies().toString()).doesNotContain("evil");
  }

  @Test
  void sessionIsReadFromTheVerifiedToken() {
    var answer = session("accessToken=" + SigningKey.FIRST.token());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            Map.of(
                "message", "Signed in",
                "username", "shiun",
                "sub", "91ba7c28-0000-4000-8000-000000000000",
                "groups", List.of("admins", "staff"),
                "expiresAt", "2026-11-23T12:00:01Z"));
  }

  @Test
  @Hostile("E16")
  void cookiesAreFoundAmongWhateverElseIsSent() {
    String good = "accessToken=" + SigningKey.FIRST.token();

    assertThat(session("a=b, c", "noequals", "=x", "xaccessToken=y", good).status()).isEqualTo(200);
    assertThat(session(good, "accessToken=later").status()).isEqualTo(200);
    assertThat(session("accessToken=first", good).status()).isEqualTo(200);
    String[] hundred = new String[101];
    java.util.Arrays.fill(hundred, "name=value");
    hundred[100] = good;
    assertThat(session(hundred).status()).isEqualTo(200);
    assertThat(session().status()).isEqualTo(401);
    for (Object none : new Object[] {null, "text", 7}) {
      Map<String, Object> event = Api.event(Route.SESSION.key(), null);
      event.put("cookies", none);
      assertThat(Api.with(FakeCognito.answering()).send(Json.text(event)).status()).isEqualTo(401);
    }
  }

  @Test
  @Hostile("E16")
  void ofSeveralCookiesOfANameTheNewestAreLookedAt() {
    FakeCognito cognito =
        FakeCognito.answering(refused("newest"), refused("newer"), refused("new"));

    var answer =
        Api.with(cognito)
            .send(
                Route.REFRESH_SESSION,
                "refreshToken=ancient",
                "refreshToken=old",
                "refreshToken=older",
                "refreshToken=",
                "refreshToken=old",
                "refreshToken=newest");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(asked(cognito)).containsExactly("newest", "old", "older");
  }

  @Test
  void refreshGoesOnWithTheTokenThatCountsWhateverAFormerConfigurationLeft() {
    FakeCognito cognito = FakeCognito.answering(reuse(), refreshed("new-access", "new-refresh"));
    Api api = Api.with(cognito);

    var answer = api.send(Route.REFRESH_SESSION, "refreshToken=mine", "refreshToken=left");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.cookies().get(1).toString()).startsWith("refreshToken=new-refresh;");
    assertThat(asked(cognito)).containsExactly("left", "mine");
    assertThat(answer.body()).isEqualTo(Map.of("message", "Session refreshed"));
    reuseIsCounted(api, "WARN", 200);
  }

  @Test
  void refreshTokensBehindTheOneThatCountsAreNotAsked() {
    FakeCognito cognito = FakeCognito.answering(refreshed("new-access", "new-refresh"));
    Api api = Api.with(cognito);

    var answer = api.send(Route.REFRESH_SESSION, "refreshToken=reused", "refreshToken=mine");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(asked(cognito)).containsExactly("mine");
    assertThat(api.log()).doesNotContain("refresh_token_reused");
  }

  @Test
  void reuseIsCountedAlsoWhereTheNextTokenCouldNotBeAskedFor() {
    FakeCognito cognito =
        FakeCognito.answering(reuse(), FakeCognito.error(500, "InternalErrorException", "no"));
    Api api = Api.with(cognito);

    var answer = api.send(Route.REFRESH_SESSION, "refreshToken=mine", "refreshToken=reused");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.code()).isEqualTo("upstream_error");
    assertThat(answer.cookies()).isEmpty();
    assertThat(cognito.requests()).hasSize(2);
    reuseIsCounted(api, "ERROR", 502);
  }

  @Test
  void everyReusedTokenIsRevokedWhereNoneCounts() {
    FakeCognito cognito =
        FakeCognito.answering(
            refused("Refresh Token has expired"),
            reuse(),
            reuse(),
            RevokeTokenResponse.builder().build(),
            FakeCognito.error(500, "InternalErrorException", "no"));
    Api api = Api.with(cognito);

    var answer =
        api.send(
            Route.REFRESH_SESSION,
            "refreshToken=not-looked-at",
            "refreshToken=older",
            "refreshToken=old",
            "refreshToken=ended");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("session_ended");
    assertThat(answer.cookies()).isEqualTo(CLEARING);
    assertThat(cognito.requests().subList(3, 5))
        .extracting(request -> ((RevokeTokenRequest) request).token())
        .containsExactly("old", "older");
    reuseIsCounted(api, "WARN", 401);
  }

  @Test
  void reuseIsCountedWhateverIsWrongWithTheOtherTokens() {
    for (var answers :
        List.of(
            List.of(reuse(), refused("Refresh Token has expired")),
            List.of(refused("Refresh Token has expired"), reuse()))) {
      FakeCognito cognito =
          FakeCognito.answering(
              answers.get(0), answers.get(1), RevokeTokenResponse.builder().build());
      Api api = Api.with(cognito);

      assertThat(api.send(Route.REFRESH_SESSION, "refreshToken=a", "refreshToken=b").status())
          .isEqualTo(401);

      assertThat(((RevokeTokenRequest) cognito.requests().get(2)).token())
          .isEqualTo(answers.get(0).getMessage().contains("reused") ? "b" : "a");
      reuseIsCounted(api, "WARN", 401);
    }
  }

  @Test
  void refreshThatCouldNotBeAskedForTriesNoOtherToken() {
    FakeCognito cognito =
        FakeCognito.answering(FakeCognito.error(500, "InternalErrorException", "no"));

    var answer =
        Api.with(cognito).send(Route.REFRESH_SESSION, "refreshToken=left", "refreshToken=mine");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.cookies()).isEmpty();
    assertThat(asked(cognito)).containsExactly("mine");
  }

  @Test
  void signingOutRevokesWhatAFormerConfigurationLeftToo() {
    FakeCognito cognito =
        FakeCognito.answering(
            RevokeTokenResponse.builder().build(),
            FakeCognito.error(500, "InternalErrorException", "no"));

    var answer = Api.with(cognito).send(Route.SIGN_OUT, "refreshToken=left", "refreshToken=mine");

    assertThat(cognito.requests())
        .extracting(request -> ((RevokeTokenRequest) request).token())
        .containsExactly("mine", "left");
    assertThat(answer.body()).containsEntry("revoked", false);
    assertThat(answer.cookies()).isEqualTo(CLEARING);
  }

  @Test
  void revokedIsFalseWhereATokenWasLeftOut() {
    FakeCognito cognito = FakeCognito.answering(revoked(), revoked(), revoked());

    var answer =
        Api.with(cognito)
            .send(
                Route.SIGN_OUT,
                "refreshToken=mine",
                "refreshToken=a",
                "refreshToken=b",
                "refreshToken=c");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Map.of("message", "Signed out", "revoked", false));
    assertThat(answer.cookies()).isEqualTo(CLEARING);
    assertThat(revocations(cognito)).containsExactly("c", "b", "a");
  }

  @Test
  void revokedIsTrueWhereTheTokensAreNoMoreThanAreLookedAt() {
    FakeCognito cognito = FakeCognito.answering(revoked(), revoked(), revoked());

    var answer =
        Api.with(cognito)
            .send(
                Route.SIGN_OUT,
                "refreshToken=a",
                "refreshToken=b",
                "refreshToken=",
                "refreshToken=c",
                "refreshToken=b",
                "refreshToken=b",
                "refreshToken=");

    assertThat(answer.body()).containsEntry("revoked", true);
    assertThat(revocations(cognito)).containsExactly("b", "c", "a");
  }

  @Test
  void signingOutRevokesWhatAFormerShapeOfTheCookiesLeft() {
    var sameOrigin = Api.crossSite();
    sameOrigin.put("COOKIE_SHAPE", "SAME_ORIGIN");
    for (var environment : List.of(sameOrigin, Api.crossSite(), Api.ENVIRONMENT)) {
      FakeCognito cognito = FakeCognito.answering(revoked(), revoked());
      String own = environment == sameOrigin ? "__Secure-refreshToken" : "refreshToken";
      String former = environment == sameOrigin ? "refreshToken" : "__Secure-refreshToken";

      var answer =
          Api.with(cognito, environment).send(Route.SIGN_OUT, former + "=left", own + "=mine");

      assertThat(answer.body()).containsEntry("revoked", true);
      assertThat(revocations(cognito)).containsExactly("mine", "left");
    }
  }

  @Test
  void revokedIsFalseForATokenOfAnotherAppClient() {
    Api api =
        Api.with(
            FakeCognito.answering(revoked(), FakeCognito.refusal("UnauthorizedException", "no")));

    var answer = api.send(Route.SIGN_OUT, "refreshToken=anothers", "refreshToken=mine");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsEntry("revoked", false);
    assertThat(answer.cookies()).isEqualTo(CLEARING);
    assertThat(api.log()).contains("\"code\":\"not_authorized\"");
  }

  @Test
  void cookieThatCannotExistIsNotCleared() {
    assertThat(Api.with(FakeCognito.answering(), Api.crossSite()).send(Route.SIGN_OUT).cookies())
        .containsExactly(
            "accessToken=; Path=/" + CLEARED + UNRELATED,
            "refreshToken=; Path=/session" + CLEARED + UNRELATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"accessToken=", "accessToken=x", "AccessToken=x", "other=y", "refreshToken=z"})
  void withoutAGoodTokenThereIsNoSessionAndTheRefreshCookieStays(String cookie) {
    var answer = session(cookie);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("session_ended");
    assertThat(answer.cookies()).containsExactly(CLEARING.get(0));
    assertThat(answer.headers()).containsEntry("www-authenticate", "Cookie realm=\"session\"");
  }

  @Test
  void missingKeysEndNoSession() {
    var answer =
        Api.with(FakeCognito.answering(), Api.ENVIRONMENT, SigningKey.unavailable())
            .send(Route.SESSION, "accessToken=" + SigningKey.FIRST.token());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("upstream_unavailable");
    assertThat(answer.headers()).containsEntry("retry-after", "2");
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void tokenOfAKeyThatWasNotAskedForKeepsItsCookie() throws java.io.IOException {
    var tokens = SigningKey.FIRST.accessTokens();
    Api api = Api.with(FakeCognito.answering(), Api.ENVIRONMENT, tokens);
    String unknown = "accessToken=" + SigningKey.SECOND.token();
    for (int i = 0; i < 5; i++) {
      assertThat(api.send(Route.SESSION, unknown).cookies()).containsExactly(CLEARING.get(0));
    }

    var answer = api.send(Route.SESSION, unknown);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("session_ended");
    assertThat(answer.cookies()).isEmpty();
    assertThat(api.send(Route.SESSION, unknown, "accessToken=none").cookies()).isEmpty();
    assertThat(api.send(Route.SESSION, "accessToken=none").cookies())
        .containsExactly(CLEARING.get(0));
    assertThat(authorize(tokens, unknown)).isEqualTo(Map.of("isAuthorized", false));
    String good = "accessToken=" + SigningKey.FIRST.token();
    assertThat(authorize(tokens, good, unknown).get("isAuthorized")).isEqualTo(true);
    assertThat(api.send(Route.SESSION, good, unknown).status()).isEqualTo(200);
  }

  @Test
  void refreshRenewsBothTokensWhereTheyRotate() {
    FakeCognito cognito = FakeCognito.answering(refreshed("new-access", "new-refresh"));

    var answer = Api.with(cognito).send(Route.REFRESH_SESSION, "refreshToken=old");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Map.of("message", "Session refreshed"));
    assertThat(answer.cookies()).hasSize(2);
    assertThat(answer.cookies().get(0).toString()).startsWith("accessToken=new-access; Path=/;");
    assertThat(answer.cookies().get(1).toString())
        .startsWith("refreshToken=new-refresh; Path=/session;");
    var request = (GetTokensFromRefreshTokenRequest) cognito.requests().get(0);
    assertThat(request.refreshToken()).isEqualTo("old");
    assertThat(request.clientId()).isEqualTo(Api.CLIENT_ID);
  }

  @Test
  void refreshWithoutRotationRenewsTheAccessTokenAlone() {
    var answer =
        Api.with(FakeCognito.answering(refreshed("new-access", null)))
            .send(Route.REFRESH_SESSION, "refreshToken=old");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.cookies()).hasSize(1);
  }

  @Test
  void withoutARefreshCookieTheSessionHasEnded() {
    FakeCognito cognito = FakeCognito.answering();

    var answer = Api.with(cognito).send(Route.REFRESH_SESSION, "accessToken=x");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("session_ended");
    assertThat(answer.cookies()).isEqualTo(CLEARING);
    assertThat(cognito.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Refresh Token has been revoked",
        "Refresh Token has expired",
        "Invalid Refresh Token",
        "Refresh Token has different Client",
        "anything else"
      })
  @Hostile("K95-K112")
  void refusedRefreshEndsTheSessionAndClearsTheCookies(String message) {
    var answer =
        Api.with(FakeCognito.answering(FakeCognito.refusal("NotAuthorizedException", message)))
            .send(Route.REFRESH_SESSION, "refreshToken=old");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("session_ended");
    assertThat(answer.message()).isEqualTo("Your session has ended. Sign in again.");
    assertThat(answer.cookies()).isEqualTo(CLEARING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NotAuthorizedException|Unable to verify secret for client abc",
        "NotAuthorizedException|Client abc is configured with secret but secret was not received",
        "InvalidParameterException|X flow not enabled for this client",
      })
  void faultOfTheDeploymentKeepsTheCookies(String exception, String message) {
    for (Route route : new Route[] {Route.REFRESH_SESSION, Route.SIGN_OUT}) {
      Api api = Api.with(FakeCognito.answering(FakeCognito.refusal(exception, message)));

      var answer = api.send(route, "refreshToken=mine");

      assertThat(api.log()).contains("\"code\":\"service_misconfigured\"");
      if (route == Route.REFRESH_SESSION) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.cookies()).isEmpty();
      } else {
        assertThat(answer.body()).containsEntry("revoked", false);
      }
    }
  }

  @Test
  void reusedRefreshTokenEndsTheSessionEverywhereAndIsCounted() {
    FakeCognito cognito = FakeCognito.answering(reuse(), revoked());
    Api api = Api.with(cognito);

    var answer = api.send(Route.REFRESH_SESSION, "refreshToken=stolen");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("session_ended");
    assertThat(answer.cookies()).isEqualTo(CLEARING);
    assertThat(((RevokeTokenRequest) cognito.requests().get(1)).token()).isEqualTo("stolen");
    assertThat(api.log()).contains("\"code\":\"refresh_token_reused\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UserLambdaValidationException|400|rejected_by_policy",
        "PasswordResetRequiredException|403|password_reset_required",
        "ForbiddenException|403|blocked"
      })
  void refusalOfOneTokenDoesNotHideAnother(String exception, int status, String code) {
    var refusal = FakeCognito.refusal(exception, "no");
    String[] threeTokens = {"refreshToken=a", "refreshToken=b", "refreshToken=c"};

    Api good =
        Api.with(FakeCognito.answering(reuse(), refusal, refreshed("new-access", "new-refresh")));
    var renewed = good.send(Route.REFRESH_SESSION, threeTokens);
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(good.log()).contains("\"code\":\"refresh_token_reused\"");

    FakeCognito cognito = FakeCognito.answering(refusal, reuse(), reuse(), revoked(), revoked());
    Api none = Api.with(cognito);
    var refused = none.send(Route.REFRESH_SESSION, threeTokens);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.cookies()).isEmpty();
    assertThat(
            cognito.requests().stream()
                .filter(RevokeTokenRequest.class::isInstance)
                .map(request -> ((RevokeTokenRequest) request).token()))
        .containsExactly("b", "a");
    assertThat(none.log()).contains("\"code\":\"refresh_token_reused\"");
  }

  @Test
  void refreshThatCouldNotBeAskedForKeepsTheSession() {
    var answer =
        Api.with(FakeCognito.answering(FakeCognito.error(500, "InternalErrorException", "no")))
            .send(Route.REFRESH_SESSION, "refreshToken=old");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.code()).isEqualTo("upstream_error");
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void signingOutRevokesAndClears() {
    FakeCognito cognito = FakeCognito.answering(RevokeTokenResponse.builder().build());

    var answer = Api.with(cognito).send(Route.SIGN_OUT, "refreshToken=mine", "accessToken=x");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Map.of("message", "Signed out", "revoked", true));
    assertThat(answer.cookies()).isEqualTo(CLEARING);
    var request = (RevokeTokenRequest) cognito.requests().get(0);
    assertThat(request.token()).isEqualTo("mine");
    assertThat(request.clientId()).isEqualTo(Api.CLIENT_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UnsupportedTokenTypeException", "InvalidParameterException"})
  void revokedIsFalseForAValueThatCognitoDoesNotTakeForARefreshToken(String exception) {
    for (String value : List.of("old", "\"mine\"", "mine,other")) {
      Api api = Api.with(FakeCognito.answering(FakeCognito.refusal(exception, "no"), revoked()));

      var answer = api.send(Route.SIGN_OUT, "refreshToken=mine", "refreshToken=" + value);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).containsEntry("revoked", false);
      assertThat(answer.cookies()).isEqualTo(CLEARING);
      assertThat(api.log()).contains("\"code\":\"ok\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "\"mine\"", "%22mine%22", "mi ne", "mine=", "'mine'"})
  void refreshAndSignOutReadTheSameTokenFromACookie(String value) {
    FakeCognito refreshing = FakeCognito.answering(refused("Invalid Refresh Token"));
    FakeCognito revoking = FakeCognito.answering(revoked());

    Api.with(refreshing).send(Route.REFRESH_SESSION, "refreshToken=" + value);
    Api.with(revoking).send(Route.SIGN_OUT, "refreshToken=" + value);

    assertThat(asked(refreshing)).containsExactly(value);
    assertThat(revocations(revoking)).containsExactly(value);
  }

  @Test
  @Hostile("F24")
  void signingOutClearsAlsoWhenCognitoIsDown() {
    Api api =
        Api.with(FakeCognito.answering(FakeCognito.error(500, "InternalErrorException", "no")));

    var answer = api.send(Route.SIGN_OUT, "refreshToken=mine");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Map.of("message", "Signed out", "revoked", false));
    assertThat(answer.cookies()).isEqualTo(CLEARING);
    assertThat(api.log()).contains("\"code\":\"upstream_error\"").contains("\"level\":\"WARN\"");
  }

  @Test
  void signingOutWithoutASessionClearsWhatMayBeLeft() {
    var answer = Api.with(FakeCognito.answering()).send(Route.SIGN_OUT);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsEntry("revoked", false);
    assertThat(answer.cookies()).isEqualTo(CLEARING);
  }

  @Test
  void authorizerAcceptsAValidSessionAndNamesItsUser() throws Exception {
    assertThat(authorize("accessToken=" + SigningKey.FIRST.token()))
        .isEqualTo(
            Map.of(
                "isAuthorized",
                true,
                "context",
                Map.of(
                    "sub", "91ba7c28-0000-4000-8000-000000000000",
                    "username", "shiun",
                    "groups", "admins staff",
                    "scope", "aws.cognito.signin.user.admin")));
    assertThat(authorize("accessToken=" + SigningKey.SECOND.token()))
        .isEqualTo(Map.of("isAuthorized", false));
    assertThat(authorize("other=x")).isEqualTo(Map.of("isAuthorized", false));
  }

  private static Map<String, ?> authorize(String cookie) throws java.io.IOException {
    return authorize(SigningKey.FIRST.accessTokens(), cookie);
  }

  private static Map<String, ?> authorize(AccessTokens tokens, String... cookies)
      throws java.io.IOException {
    var authorizer = new SessionAuthorizer(FrontDoor.none(), "accessToken", tokens);
    var output = new java.io.ByteArrayOutputStream();
    String event = Json.text(Map.of("version", "2.0", "cookies", List.of(cookies)));
    Watch.current().sent("", List.of(cookies));
    authorizer.handleRequest(
        new java.io.ByteArrayInputStream(event.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        output,
        new LocalContext());
    String answer = output.toString(java.nio.charset.StandardCharsets.UTF_8);
    Watch.current().received(200, Map.of(), answer);
    return Json.object(answer);
  }

  private static RuntimeException reuse() {
    return FakeCognito.refusal("RefreshTokenReuseException", "Refresh token was reused");
  }

  private static RevokeTokenResponse revoked() {
    return RevokeTokenResponse.builder().build();
  }

  private static List<String> revocations(FakeCognito cognito) {
    return cognito.requests().stream()
        .map(request -> ((RevokeTokenRequest) request).token())
        .toList();
  }

  private static void reuseIsCounted(Api api, String level, int status) {
    assertThat(api.log().lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(Json.object(line))
                    .containsEntry("level", level)
                    .containsEntry("status", (double) status)
                    .containsEntry("code", "refresh_token_reused")
                    .containsEntry("requests", 1.0));
  }

  private static RuntimeException refused(String message) {
    return FakeCognito.refusal("NotAuthorizedException", message);
  }

  private static List<String> asked(FakeCognito cognito) {
    return cognito.requests().stream()
        .map(request -> ((GetTokensFromRefreshTokenRequest) request).refreshToken())
        .toList();
  }

  private static Api.Answer session(String... cookies) {
    return Api.with(FakeCognito.answering()).send(Route.SESSION, cookies);
  }

  private static Api.Answer login(Map<String, String> environment) {
    return Api.with(FakeCognito.answering(tokens("access", "refresh")), environment).login();
  }

  private static InitiateAuthResponse tokens(String access, String refresh) {
    return InitiateAuthResponse.builder().authenticationResult(result(access, refresh)).build();
  }

  private static GetTokensFromRefreshTokenResponse refreshed(String access, String refresh) {
    return GetTokensFromRefreshTokenResponse.builder()
        .authenticationResult(result(access, refresh))
        .build();
  }

  private static AuthenticationResultType result(String access, String refresh) {
    return AuthenticationResultType.builder()
        .accessToken(access)
        .refreshToken(refresh)
        .expiresIn(3600)
        .build();
  }
}
