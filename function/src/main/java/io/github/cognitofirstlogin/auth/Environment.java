package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.contract.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads environment variables by their settings. A missing or malformed variable stops the start.
 */
record Environment(Map<String, String> variables) {
  String required(Setting setting) {
    Optional<String> value = optional(setting);
    if (value.isEmpty()) {
      throw new IllegalStateException("environment variable " + setting + " is not set");
    }
    return value.get();
  }

  String required(Setting setting, Pattern form) {
    String value = required(setting);
    if (!form.matcher(value).matches()) {
      throw illegal(setting);
    }
    return value;
  }

  <E extends Enum<E>> E required(Setting setting, E[] constants) {
    String name = required(setting);
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw illegal(setting);
  }

  List<String> list(Setting setting, Pattern form) {
    return List.of(required(setting, form).split(","));
  }

  Optional<String> optional(Setting setting, Pattern form) {
    return optional(setting).isPresent() ? Optional.of(required(setting, form)) : Optional.empty();
  }

  Optional<String> optional(Setting setting) {
    String value = variables.get(setting.name());
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /** The message leaves the value out, because the wrong variable may contain a secret. */
  static IllegalStateException illegal(Setting setting) {
    return new IllegalStateException("environment variable " + setting + " has an illegal value");
  }
}
