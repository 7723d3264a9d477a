package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.contract.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads environment variables by their settings. A missing or malformed variable stops the start.
 */
record Environment(Map<String, String> variables) {
  String required(Setting setting) {
    return optional(setting)
        .orElseThrow(
            () -> new IllegalStateException("environment variable " + setting + " is not set"));
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
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> illegal(setting));
  }

  List<String> list(Setting setting, Pattern form) {
    return List.of(required(setting, form).split(","));
  }

  Optional<String> optional(Setting setting, Pattern form) {
    return optional(setting).map(set -> required(setting, form));
  }

  Optional<String> optional(Setting setting) {
    return Optional.ofNullable(variables.get(setting.name())).filter(value -> !value.isBlank());
  }

  /** The message leaves the value out, because the wrong variable may contain a secret. */
  static IllegalStateException illegal(Setting setting) {
    return new IllegalStateException("environment variable " + setting + " has an illegal value");
  }
}
