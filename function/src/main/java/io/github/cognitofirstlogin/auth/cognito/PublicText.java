package io.github.cognitofirstlogin.auth.cognito;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a text of Cognito's or of a trigger's through to the caller only if it is a plain sentence
 * that names nothing of ours and repeats no secret of the caller's.
 */
final class PublicText {
  private static final int MAX_LENGTH = 300;

  /** A shorter value could be part of any sentence. */
  private static final int MIN_SECRET_LENGTH = 4;

  private static final Pattern INTERNAL =
      Pattern.compile(
          "\\p{Cntrl}|\\p{Zl}|\\p{Zp}|[<>]|arn:|\\b\\d{12}\\b"
              + "|\\b[a-z]{2}(-[a-z]+)+-\\d_[A-Za-z0-9]+"
              + "|\\b[a-z0-9]{26}\\b|https?://|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b| at [a-z]+\\.");

  private static final Pattern TRIGGER_FRAME =
      Pattern.compile("^\\w+ failed with error (.*?)\\.?$", Pattern.DOTALL);

  private PublicText() {}

  static Optional<String> of(@Nullable String text, Collection<String> secrets) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (INTERNAL.matcher(text).find() || secrets.stream().anyMatch(s -> repeats(text, s))) {
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** What the trigger said inside {@code PreAuthentication failed with error <what it said>.} */
  static @Nullable String ofTrigger(@Nullable String text) {
    return text == null ? null : TRIGGER_FRAME.matcher(text).replaceFirst("$1");
  }

  private static boolean repeats(String text, String secret) {
    return secret.length() >= MIN_SECRET_LENGTH && text.contains(secret);
  }
}
