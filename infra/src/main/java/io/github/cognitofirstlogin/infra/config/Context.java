package io.github.cognitofirstlogin.infra.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** CDK context as it was typed, in cdk.json or after {@code -c}: read by key, or refused by key. */
public final class Context {
  private final Map<String, ?> values;

  Context(Map<String, ?> values) {
    this.values = values;
  }

  /** A text; JSON's null counts as not set, as it does for the CDK itself. */
  Optional<String> text(ContextKey key) {
    return value(key)
        .map(
            value -> {
              if (value instanceof List || value instanceof Map) {
                throw key.must("be a single value", value);
              }
              return value.toString();
            });
  }

  /** A JSON array of texts, or texts separated by commas. */
  List<String> list(ContextKey key) {
    var texts = value(key).map(value -> texts(key, value)).orElse(List.of());
    var seen = new HashSet<String>();
    for (var text : texts) {
      if (!seen.add(text)) {
        throw key.must("name each value once", text);
      }
    }
    return texts;
  }

  int whole(ContextKey key, int least, int most, int otherwise) {
    return whole(key, least, most).orElse(otherwise);
  }

  Optional<Integer> whole(ContextKey key, int least, int most) {
    return text(key)
        .map(
            text -> {
              // JSON's 15.0 is as whole as 15, and arrives as a Double.
              if (!text.matches("[0-9]{1,9}(\\.0)?")) {
                throw outOfRange(key, least, most, text);
              }
              var number = Integer.parseInt(text.replace(".0", ""));
              if (number < least || number > most) {
                throw outOfRange(key, least, most, text);
              }
              return number;
            });
  }

  /** JSON's true and false, or the same as texts. */
  boolean flag(ContextKey key, boolean otherwise) {
    return choice(key, List.of(true, false), String::valueOf, otherwise);
  }

  /** One of a few, each by its spelling and no other. */
  <T> T choice(ContextKey key, List<T> choices, Function<T, String> spelling, T otherwise) {
    return text(key)
        .map(
            text ->
                choices.stream()
                    .filter(choice -> spelling.apply(choice).equals(text))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            key.must(
                                choices.stream()
                                    .map(spelling)
                                    .collect(Collectors.joining(", ", "be one of ", "")),
                                text)))
        .orElse(otherwise);
  }

  /** Refuses a key that means nothing without the other one. */
  void requireBeside(ContextKey key, ContextKey other) {
    if (value(other).isEmpty()) {
      value(key)
          .ifPresent(
              value -> {
                throw key.needs(other, value);
              });
    }
  }

  /** Refuses a key that the other one leaves nothing to decide. */
  void refuseBeside(ContextKey key, ContextKey other) {
    if (value(other).isPresent()) {
      value(key)
          .ifPresent(
              value -> {
                throw key.cannotStandBeside(other, value);
              });
    }
  }

  private Optional<Object> value(ContextKey key) {
    return Optional.ofNullable(values.get(key.key()));
  }

  private static List<String> texts(ContextKey key, Object value) {
    if (value instanceof String text) {
      return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw key.must("be a list of texts", value);
  }

  private static SynthesisRefused outOfRange(ContextKey key, int least, int most, String got) {
    return key.must("be a whole number from %d to %d".formatted(least, most), got);
  }
}
