package io.github.cognitofirstlogin.protections;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One way to switch a protection off: the replaced text of a source, its replacement, and every
 * test that must fail then. White space does not count, so that the formatter may wrap lines.
 */
record Switch(Module module, String source, String text, String replacement, List<TestName> tests) {
  Switch {
    tests = List.copyOf(tests);
  }

  /** Whether it needs more than a compiled source. */
  boolean needsABuild() {
    return !source.endsWith(".java");
  }

  /**
   * The source with the protection switched off.
   *
   * @throws IllegalStateException if the text is not in the source exactly once
   */
  String off(Path root) throws IOException {
    String on = Files.readString(module.file(root, source));
    List<MatchResult> found = pattern().matcher(on).results().toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "%s has this %d times, not once: %s".formatted(source, found.size(), text));
    }
    return on.substring(0, found.get(0).start()) + replacement + on.substring(found.get(0).end());
  }

  private Pattern pattern() {
    return Pattern.compile(
        Arrays.stream(text.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+")));
  }

  @Override
  public String toString() {
    return source + ": " + text.replaceAll("\\s+", " ").strip();
  }
}
