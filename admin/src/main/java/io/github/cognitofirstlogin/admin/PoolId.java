package io.github.cognitofirstlogin.admin;

import java.util.regex.Pattern;

/** The id of a user pool, which begins with the pool's region. */
record PoolId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]+_[A-Za-z0-9]+");

  static PoolId parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new Misuse(
          "A user pool's id is like us-east-1_AbCdEfGhI, got '" + OneLine.of(text) + "'");
    }
    return new PoolId(text);
  }

  String region() {
    return value.substring(0, value.indexOf('_'));
  }

  @Override
  public String toString() {
    return value;
  }
}
