package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The cookies of a deployment in a cookie jar that follows the standard. */
class CookieJarIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CERTIFICATE =
      "certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/"
          + "11111111-2222-3333-4444-555555555555";

  @Test
  @Hostile({"C5", "C6"})
  void ofASharedDomain() throws Exception {
    var cookies = cookies("cookieDomain=example.com", "apiDomainName=api.example.com", CERTIFICATE);
    var visits = new TreeMap<String, List<String>>();
    visits.put("cross-site https://api.example.com/login", List.of("accessToken"));
    visits.put("cross-site https://api.example.com/sessions", List.of("accessToken"));
    visits.put("cross-site https://api.example.com/session", both("accessToken", "refreshToken"));
    visits.put(
        "cross-site https://api.example.com/session/refresh", both("accessToken", "refreshToken"));
    visits.put("cross-site https://app.example.com/", List.of("accessToken"));
    visits.put("cross-site https://example.com/", List.of("accessToken"));
    visits.put("same-site http://api.example.com/session", List.of());
    visits.put("same-site https://notexample.com/session", List.of());
    visits.put("same-site https://example.org/session", List.of());
    check(
        cookies,
        "https://api.example.com/change-password",
        visits,
        List.of(
            List.of("https://api.example.org/change-password", cookies.set().get(0)),
            List.of("https://notexample.com/change-password", cookies.set().get(1)),
            List.of("http://api.example.com/change-password", cookies.set().get(0))));
  }

  @Test
  @Hostile({"C4", "C5", "C6"})
  void ofOneHost() throws Exception {
    var cookies = cookies("apiDomainName=app.example.com", CERTIFICATE);
    var visits = new TreeMap<String, List<String>>();
    visits.put("same-site https://app.example.com/login", List.of("__Host-accessToken"));
    visits.put(
        "same-site https://app.example.com/session/refresh",
        both("__Host-accessToken", "__Secure-refreshToken"));
    visits.put("same-site https://app.example.com/sessions", List.of("__Host-accessToken"));
    visits.put("cross-site https://app.example.com/session", List.of());
    visits.put("same-site http://app.example.com/session", List.of());
    visits.put("same-site https://example.com/session", List.of());
    visits.put("same-site https://sub.app.example.com/session", List.of());
    var access = cookies.set().get(0);
    var refresh = cookies.set().get(1);
    var url = "https://app.example.com/change-password";
    check(
        cookies,
        url,
        visits,
        List.of(
            List.of(url, access + "; Domain=example.com"),
            List.of(url, access.replace("Path=/;", "Path=/login;")),
            List.of(url, access.replace(" Secure;", "")),
            List.of(url, refresh.replace(" Secure;", "")),
            List.of("http://app.example.com/change-password", access),
            List.of("http://app.example.com/change-password", refresh)));
  }

  @Test
  @Hostile({"C5", "C6"})
  void ofUnrelatedHosts() throws Exception {
    var cookies = cookies();
    var api = "https://abcdef1234.execute-api.eu-west-1.amazonaws.com";
    var visits = new TreeMap<String, List<String>>();
    visits.put("cross-site " + api + "/login", List.of("accessToken"));
    visits.put("cross-site " + api + "/session", both("accessToken", "refreshToken"));
    visits.put("same-site " + api.replace("abcdef1234", "other12345") + "/session", List.of());
    visits.put("same-site " + api.replace("https", "http") + "/session", List.of());
    check(
        cookies,
        api + "/change-password",
        visits,
        List.of(
            List.of(
                api + "/change-password",
                cookies.set().get(0) + "; Domain=.execute-api.eu-west-1.amazonaws.com")));
  }

  private record Cookies(List<String> set, List<String> clear) {}

  private static List<String> both(String one, String other) {
    return List.of(one, other);
  }

  /**
   * Each cookie is sent to its paths, none is left after a sign-out, and a refused cookie is not
   * stored.
   */
  private static void check(
      Cookies cookies, String url, Map<String, List<String>> visits, List<List<String>> refused)
      throws Exception {
    var seen =
        JSON.readTree(
            NodeScript.output(
                "jar.mjs",
                JSON.writeValueAsString(
                    Map.of(
                        "url", url,
                        "set", cookies.set(),
                        "clear", cookies.clear(),
                        "visits", visits.keySet(),
                        "refused", refused))));
    assertThat(seen.path("sent")).isEqualTo(JSON.<JsonNode>valueToTree(visits));
    assertThat(seen.path("left")).isEmpty();
    assertThat(seen.path("storedAfterAll")).isEmpty();
  }

  private static Cookies cookies(String... context) throws Exception {
    var log = new WatchedLog(OutputStream.nullOutputStream());
    var request = new RunningStack.Request(Path.of(""), 0, 0, List.of(context));
    try (var stack = RunningStack.of(request, Map.of(), log)) {
      var api = new ApiCaller(stack.start());
      var set = api.firstLogin();
      var signedOut = api.send("DELETE", "/session", ApiCaller.kept(set)).get();
      assertThat(signedOut.statusCode()).isEqualTo(200);
      return new Cookies(set, ApiCaller.setCookies(signedOut));
    }
  }
}
