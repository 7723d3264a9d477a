package io.github.cognitofirstlogin.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A reply as the user's browser got it. */
record Told(int status, HttpHeaders headers, String text, JsonNode body, Duration after) {
  private static final String SUCCESS = "Password changed successfully";

  String code() {
    return body.path("code").asText(status == 200 ? "ok" : "none");
  }

  boolean ok() {
    return status == 200;
  }

  boolean passwordChanged() {
    return ok() && body.path("message").asText().equals(SUCCESS);
  }

  boolean outcomeUnknown() {
    return code().equals("outcome_unknown");
  }

  /** Whether the API's stage refused the request, so that no function got it. */
  boolean refusedByTheStage() {
    return status == 429 && !body.has("code");
  }

  boolean upstreamError() {
    return code().equals("upstream_error");
  }

  boolean challenged() {
    return ok() && body.has("challengeName");
  }

  /** The value of a cookie that this reply sets, unless the reply clears the cookie. */
  Optional<String> cookie(String name) {
    return setCookies().stream()
        .filter(cookie -> cookie.startsWith(name + "=") && !clears(cookie))
        .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
        .findFirst();
  }

  List<String> setCookies() {
    return headers.allValues("set-cookie");
  }

  static boolean clears(String cookie) {
    return cookie.contains("; Max-Age=0");
  }

  /** Replies contain tokens. */
  @Override
  public String toString() {
    return "Told[" + status + " " + code() + "]";
  }
}
