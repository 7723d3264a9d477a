package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The subject that a request names: a username, or a refresh token. */
final class Subject {
  private static final List<String> MEMBERS =
      List.of(
          "/AuthParameters/USERNAME",
          "/ChallengeResponses/USERNAME",
          "/Username",
          "/AuthParameters/REFRESH_TOKEN",
          "/RefreshToken",
          "/Token");

  private Subject() {}

  /** Empty if the request names none. */
  static String of(JsonNode input) {
    return MEMBERS.stream()
        .map(member -> input.at(member).asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
