package io.github.cognitofirstlogin.leaks;

import java.util.List;
import java.util.stream.Stream;

/**
 * Finds secrets in texts: as they are, escaped as JSON and URLs escape them, in base64 and
 * reversed.
 */
public final class Secrets {
  private final List<Secret> all;

  private Secrets(List<Secret> all) {
    this.all = all;
  }

  public static Secrets of(String... values) {
    return new Secrets(Stream.of(values).map(Secret::new).toList());
  }

  /** Whether one of them is in the text. */
  public boolean areIn(String text) {
    var searched = new SearchedText(text);
    return all.stream().anyMatch(secret -> secret.isIn(searched));
  }
}
