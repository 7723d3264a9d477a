package io.github.cognitofirstlogin.infra;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code CHANGE_PASSWORD} as a construct id: {@code ChangePassword}. */
final class ConstructId {
  private ConstructId() {}

  static String of(Enum<?> constant) {
    return Arrays.stream(constant.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
