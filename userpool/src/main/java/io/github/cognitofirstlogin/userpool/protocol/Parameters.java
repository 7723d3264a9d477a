package io.github.cognitofirstlogin.userpool.protocol;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The named texts of a sign-in step, {@code AuthParameters} or {@code ChallengeResponses}. */
public record Parameters(Map<String, String> values) {

  public String required(String name) {
    return text(name)
        .orElseThrow(() -> CognitoException.invalidParameter("Missing required parameter " + name));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  public @Nullable String secretHash() {
    return values.get("SECRET_HASH");
  }

  /** The parameters contain passwords and codes. */
  @Override
  public String toString() {
    return "Parameters" + values.keySet();
  }
}
