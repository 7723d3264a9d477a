package io.github.cognitofirstlogin.userpool;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The named texts of a sign-in step, {@code AuthParameters} or {@code ChallengeResponses}. */
record Parameters(Map<String, String> values) {

  String required(String name) {
    return text(name)
        .orElseThrow(() -> CognitoException.invalidParameter("Missing required parameter " + name));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  @Nullable String secretHash() {
    return values.get("SECRET_HASH");
  }

  /** They hold passwords and codes. */
  @Override
  public String toString() {
    return "Parameters" + values.keySet();
  }
}
