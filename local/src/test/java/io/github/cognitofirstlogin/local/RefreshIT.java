package io.github.cognitofirstlogin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One refresh token that two clients use: two tabs at the same time, or a thief later. */
class RefreshIT {

  private static final int PAST_THE_GRACE_PERIOD_SECONDS = 61;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private RunningStack stack;
  private RunningStack.Report report;
  private ApiCaller api;

  @BeforeEach
  void start() throws Exception {
    stack =
        RunningStack.of(
            new RunningStack.Request(Path.of(""), 0, 0, List.of()), Map.of(), new WatchedLog(log));
    report = stack.start();
    api = new ApiCaller(report);
  }

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  @Hostile("Q4")
  void twoTabsThatRefreshAtOnceBothStaySignedIn() throws Exception {
    var old = ApiCaller.kept(api.firstLogin());
    var one = api.send("POST", "/session/refresh", old);
    var other = api.send("POST", "/session/refresh", old);
    for (var tab : List.of(one.get(), other.get())) {
      assertThat(tab.statusCode()).as(tab.body()).isEqualTo(200);
      var fresh = ApiCaller.kept(ApiCaller.setCookies(tab));
      assertThat(fresh).hasSize(2).doesNotContainAnyElementsOf(old);
      assertThat(api.send("GET", "/session", fresh).get().statusCode()).isEqualTo(200);
      assertThat(api.send("POST", "/session/refresh", fresh).get().statusCode()).isEqualTo(200);
    }
    assertThat(reuses()).isZero();
  }

  @Test
  @Hostile("Q7")
  void aTokenUsedAgainAfterTheGracePeriodEndsTheSessionEverywhere() throws Exception {
    var old = ApiCaller.kept(api.firstLogin());
    var refreshed = api.send("POST", "/session/refresh", old).get();
    var fresh = ApiCaller.kept(ApiCaller.setCookies(refreshed));
    PrintedPool.of(report).advanceClock(PAST_THE_GRACE_PERIOD_SECONDS);

    isEnded(api.send("POST", "/session/refresh", old).get());
    assertThat(reuses()).isOne();
    isEnded(api.send("POST", "/session/refresh", fresh).get());
    assertThat(log.toString(UTF_8)).doesNotContain("eyJ");
  }

  @Test
  @Hostile("F23")
  void lostRefreshMayBeRepeatedWithinTheGracePeriodAndNotAfterIt() throws Exception {
    var pool = PrintedPool.of(report);
    var lost =
        Map.of("operation", "GetTokensFromRefreshToken", "kind", "drop", "when", "after-apply");
    var old = ApiCaller.kept(api.firstLogin());

    pool.fault(lost);
    var unheard = api.send("POST", "/session/refresh", old).get();
    assertThat(unheard.statusCode()).as(unheard.body()).isEqualTo(502);
    assertThat(unheard.body()).contains("\"code\":\"upstream_error\"");
    assertThat(ApiCaller.setCookies(unheard)).isEmpty();
    var again = api.send("POST", "/session/refresh", old).get();
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);

    var fresh = ApiCaller.kept(ApiCaller.setCookies(again));
    pool.fault(lost);
    assertThat(api.send("POST", "/session/refresh", fresh).get().statusCode()).isEqualTo(502);
    pool.advanceClock(PAST_THE_GRACE_PERIOD_SECONDS);
    isEnded(api.send("POST", "/session/refresh", fresh).get());
  }

  /** Thief and user get the same answer, which clears the cookies. */
  private static void isEnded(HttpResponse<String> reply) {
    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(reply.body()).contains("\"code\":\"session_ended\"").doesNotContain("reused");
    assertThat(ApiCaller.setCookies(reply)).hasSize(2).allMatch(each -> each.contains("Max-Age=0"));
  }

  private long reuses() {
    return log.toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith("[function] "))
        .filter(line -> line.contains("\"code\":\"refresh_token_reused\""))
        .count();
  }
}
