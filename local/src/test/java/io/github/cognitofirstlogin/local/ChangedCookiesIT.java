package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Watch;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The sessions of visitors when a deployment gets or loses its {@code cookieDomain}: one user pool,
 * the API before and after the change under the same host name, and a cookie jar with cookies of
 * both.
 */
class ChangedCookiesIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOST = "https://api.example.com";
  private static final String TEMPORARY = "Ph3x-Zg7x-Sh5r-Bg8y";
  private static final String CHOSEN = "Tp7a-Na8k-Bd3t-Ly4i";
  private static final int PAST_THE_GRACE_PERIOD_SECONDS = 61;
  private static final String ORIGIN = "allowedOrigins=https://app.example.com";
  private static final String NAME = "apiDomainName=api.example.com";
  private static final String CERTIFICATE =
      "certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/"
          + "11111111-2222-3333-4444-555555555555";

  private static RunningStack hostsStack;
  private static RunningStack domainsStack;
  private static PrintedPool pool;
  private static ApiCaller ofHost;
  private static ApiCaller ofDomain;

  private NodeScript jar;
  private List<String> sent = List.of();

  @BeforeAll
  static void start() throws Exception {
    hostsStack = stack(List.of(ORIGIN, NAME, CERTIFICATE), Map.of());
    var report = hostsStack.start();
    pool = PrintedPool.of(report);
    ofHost = new ApiCaller(report);
    domainsStack =
        stack(
            List.of(ORIGIN, "cookieDomain=example.com", NAME, CERTIFICATE),
            Map.of(
                "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
                pool.url(),
                "USER_POOL_ID",
                pool.id(),
                "USER_POOL_CLIENT_ID",
                report.outputs().get("UserPoolClientId")));
    ofDomain = new ApiCaller(domainsStack.start());
  }

  @AfterAll
  static void close() {
    domainsStack.close();
    hostsStack.close();
  }

  @BeforeEach
  void visit() {
    jar = NodeScript.start("kept.mjs");
  }

  @AfterEach
  void leave() {
    jar.close();
  }

  @Test
  void aSessionOutlivesADomainThatTheCookiesGet() throws Exception {
    keep(firstLogin(ofHost, "given"));
    for (var round = 0; round < 3; round++) {
      isSignedIn(ofDomain, "given");
    }
    assertThat(sent).filteredOn(cookie -> cookie.startsWith("refreshToken=")).hasSize(2);
    isSignedOut(ofDomain);
    assertThat(sent).isEmpty();
  }

  @Test
  void signInAfterTheCookiesGotADomainLasts() throws Exception {
    keep(firstLogin(ofHost, "former"));
    keep(firstLogin(ofDomain, "latter"));
    for (var round = 0; round < 3; round++) {
      isSignedIn(ofDomain, "latter");
    }
    isSignedOut(ofDomain);
    assertThat(sent).isEmpty();
  }

  @Test
  void signInAfterTheCookiesLostTheirDomainLastsAndCanBeEnded() throws Exception {
    keep(firstLogin(ofDomain, "before"));
    keep(firstLogin(ofHost, "after"));
    for (var round = 0; round < 3; round++) {
      isSignedIn(ofHost, "after");
    }
    isSignedOut(ofHost);
  }

  @Test
  void aSessionOutlivesADomainThatIsGivenAndTakenBack() throws Exception {
    keep(firstLogin(ofHost, "back"));
    isSignedIn(ofDomain, "back");
    for (var round = 0; round < 3; round++) {
      isSignedIn(ofHost, "back");
    }
    isSignedOut(ofHost);
  }

  @Test
  void aRefusedRefreshLeavesNothingOfEitherConfiguration() throws Exception {
    keep(firstLogin(ofHost, "refused"));
    var stolen = sent;
    isSignedIn(ofDomain, "refused");
    assertThat(ofHost.send("DELETE", "/session", stolen).get().statusCode()).isEqualTo(200);

    var refused = refresh(ofDomain);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(401);
    assertThat(sent).isEmpty();
  }

  private void isSignedIn(ApiCaller api, String username) throws Exception {
    pool.advanceClock(PAST_THE_GRACE_PERIOD_SECONDS);
    var refreshed = refresh(api);
    assertThat(refreshed.statusCode()).as(refreshed.body()).isEqualTo(200);
    assertThat(api.send("GET", "/session", sent).get().body())
        .contains("\"username\":\"" + username + "\"");
  }

  /** No token of any configuration opens a session again. */
  private void isSignedOut(ApiCaller api) throws Exception {
    var tokens = sent;
    var signedOut = api.send("DELETE", "/session", sent).get();
    assertThat(signedOut.body()).contains("\"revoked\":true");
    keep(ApiCaller.setCookies(signedOut));
    for (var cookie : tokens) {
      var refused = api.send("POST", "/session/refresh", List.of(cookie)).get();
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(401);
    }
  }

  private HttpResponse<String> refresh(ApiCaller api) throws Exception {
    var reply = api.send("POST", "/session/refresh", sent).get();
    keep(ApiCaller.setCookies(reply));
    return reply;
  }

  private void keep(List<String> setCookies) throws Exception {
    jar.say(JSON.writeValueAsString(Map.of("url", HOST + "/session/refresh", "set", setCookies)));
    sent = List.of(JSON.readValue(jar.line(), String[].class));
  }

  private static List<String> firstLogin(ApiCaller api, String username) throws Exception {
    pool.invite(username, TEMPORARY);
    Watch.current().secret(CHOSEN);
    return api.firstLogin(username, TEMPORARY, CHOSEN);
  }

  private static RunningStack stack(List<String> context, Map<String, String> environment) {
    var request = new RunningStack.Request(Path.of(""), 0, 0, context);
    return RunningStack.of(request, environment, new WatchedLog(OutputStream.nullOutputStream()));
  }
}
