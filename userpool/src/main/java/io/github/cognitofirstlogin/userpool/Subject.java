package io.github.cognitofirstlogin.userpool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whom a request is about, as far as it says so itself: a username, or a refresh token. */
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

  /** Empty where the request says nothing. */
  static String of(JsonNode input) {
    return MEMBERS.stream()
        .map(member -> input.at(member).asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
