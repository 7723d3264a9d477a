package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;

/**
 * What a string of a request must be before it is sent on. Lengths are Cognito's own (service model
 * and quota page), counted as it counts them: in code points.
 */
public enum TextRule {
  USERNAME(1, 128, true, ErrorCode.INVALID_PARAMETER),
  /** Passed on as it is: neither trimmed nor normalized. */
  PASSWORD(1, 256, false, ErrorCode.INVALID_PASSWORD),
  SESSION(20, 2048, true, ErrorCode.INVALID_PARAMETER);

  private final int minimum;
  private final int maximum;
  private final boolean printable;
  private final ErrorCode tooLong;

  TextRule(int minimum, int maximum, boolean printable, ErrorCode tooLong) {
    this.minimum = minimum;
    this.maximum = maximum;
    this.printable = printable;
    this.tooLong = tooLong;
  }

  /**
   * Returns {@code value}.
   *
   * @throws BadRequest if it breaks the rule, naming {@code field}
   */
  String check(String field, String value) {
    if (value.isBlank()) {
      throw new BadRequest(ErrorCode.INVALID_PARAMETER, field + " must not be blank");
    }
    int length = value.codePointCount(0, value.length());
    if (length > maximum) {
      throw new BadRequest(tooLong, field + " must be at most " + maximum + " characters long");
    }
    if (length < minimum) {
      throw new BadRequest(
          ErrorCode.INVALID_PARAMETER, field + " must be at least " + minimum + " characters long");
    }
    if (value.codePoints().anyMatch(TextRule::isUnpairedSurrogate)) {
      // An encoder would replace it by '?' and so send another text than the one that was typed.
      throw new BadRequest(ErrorCode.INVALID_PARAMETER, field + " must be valid Unicode text");
    }
    if (printable && value.codePoints().anyMatch(Character::isISOControl)) {
      throw new BadRequest(
          ErrorCode.INVALID_PARAMETER, field + " must not contain control characters");
    }
    return value;
  }

  private static boolean isUnpairedSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
