package io.github.cognitofirstlogin.infra.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chosen values by their keys. Each value is valid by itself. */
public final class Given {
  private final Map<ContextKey, Value> values = new EnumMap<>(ContextKey.class);

  /** A value, and its text in a refusal. */
  private record Value(Object typed, Object shown) {}

  public void put(ContextKey key, Object typed, Object shown) {
    values.put(key, new Value(typed, shown));
  }

  <T> Optional<T> one(ContextKey key, Class<T> type) {
    return Optional.ofNullable(values.get(key)).map(value -> type.cast(value.typed()));
  }

  <T> List<T> list(ContextKey key, Class<T> type) {
    return one(key, List.class).stream()
        .flatMap(list -> ((List<?>) list).stream())
        .map(type::cast)
        .toList();
  }

  boolean isOn(ContextKey key) {
    return one(key, Boolean.class).orElse(false);
  }

  /** Refuses a key that has no effect without the other key. */
  void requireBeside(ContextKey key, ContextKey other) {
    if (values.containsKey(key) && !values.containsKey(other)) {
      throw key.needs(other, shown(key));
    }
  }

  /** Refuses a key that has no effect because of the other key. */
  void refuseBeside(ContextKey key, ContextKey other) {
    if (values.containsKey(key) && values.containsKey(other)) {
      throw key.cannotStandBeside(other, shown(key));
    }
  }

  /** The typed text; only for a key that is set. */
  Object shown(ContextKey key) {
    return Optional.ofNullable(values.get(key)).map(Value::shown).orElse("nothing");
  }
}
