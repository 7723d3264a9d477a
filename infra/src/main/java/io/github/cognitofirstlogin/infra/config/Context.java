package io.github.cognitofirstlogin.infra.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** CDK context as text, from cdk.json or {@code -c}. Values are read and refused by key. */
final class Context {
  private final Map<String, ?> values;

  Context(Map<String, ?> values) {
    this.values = values;
  }

  /** A string. JSON's null means not set, as in the CDK. */
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

  /** A JSON array of strings, or strings separated by commas. */
  Optional<List<String>> list(ContextKey key) {
    return value(key).map(value -> key.once(texts(key, value)));
  }

  Optional<Integer> whole(ContextKey key, Range range) {
    return text(key)
        .map(
            text -> {
              // JSON's 15.0 is a whole number too, and arrives as a Double.
              if (!text.matches("[0-9]{1,9}(\\.0)?")) {
                throw range.refused(key, text);
              }
              return range.require(key, Integer.parseInt(text.replace(".0", "")));
            });
  }

  /** JSON's true and false, or the strings "true" and "false". */
  Optional<Boolean> flag(ContextKey key) {
    return choice(key, List.of(true, false), String::valueOf);
  }

  /** One of a few values, in exactly this spelling. */
  <T> Optional<T> choice(ContextKey key, List<T> choices, Function<T, String> spelling) {
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
                                text)));
  }

  /** The text of a key's value in a refusal. */
  Object shown(ContextKey key) {
    return value(key).orElse("nothing");
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
}
