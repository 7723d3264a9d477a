package io.github.cognitofirstlogin.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A request and its reply in HTTP. */
record Exchange(String method, String path, JsonNode request, Reply reply) {

  /** Header names are in lower case. */
  record Reply(int status, Map<String, List<String>> headers, JsonNode body) {

    /** The status and the code or challenge: {@code 400 session_used}, {@code 200 MFA_SETUP}. */
    String outcome() {
      for (var name : List.of("code", "challengeName")) {
        if (body.has(name)) {
          return status + " " + text(name);
        }
      }
      return status + " " + text("message");
    }

    String text(String member) {
      return body.path(member).asText();
    }

    String session() {
      return text("session");
    }

    List<String> cookies() {
      return headers.getOrDefault("set-cookie", List.of());
    }
  }
}
