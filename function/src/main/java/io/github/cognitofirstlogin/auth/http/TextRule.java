package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a string of a request must be before it is sent on. Lengths are Cognito's own (service model
 * and quota page), counted as it counts them: in code points.
 */
public enum TextRule {
  USERNAME(1, 128, Form.PRINTABLE, ErrorCode.INVALID_PARAMETER),
  /** Passed on as it is: neither trimmed nor normalized. */
  PASSWORD(1, 256, Form.UNICODE, ErrorCode.INVALID_PASSWORD),
  SESSION(20, 2048, Form.PRINTABLE, ErrorCode.INVALID_PARAMETER),
  /** Also a name that Cognito invents tomorrow. */
  CHALLENGE_NAME(1, 64, Form.CONSTANT, ErrorCode.INVALID_PARAMETER),
  /** Of an authenticator app. */
  TOTP_CODE(6, 6, Form.DIGITS, ErrorCode.CODE_INVALID),
  /** Sent by SMS or e-mail; Cognito has used six and eight digits. */
  DELIVERED_CODE(4, 16, Form.DIGITS, ErrorCode.CODE_INVALID),
  ATTRIBUTE_VALUE(1, 2048, Form.UNICODE, ErrorCode.ATTRIBUTE_INVALID);

  private enum Form {
    UNICODE(".*", "valid Unicode text"),
    PRINTABLE("\\P{Cntrl}*", "free of control characters"),
    CONSTANT("[A-Z0-9_]*", "made of the characters A-Z, 0-9 and _"),
    DIGITS("[0-9]*", "made of digits");

    private final Pattern pattern;
    private final String description;

    Form(String pattern, String description) {
      this.pattern = Pattern.compile(pattern, Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
      this.description = description;
    }
  }

  private final int minimum;
  private final int maximum;
  private final Form form;
  private final ErrorCode refusal;

  TextRule(int minimum, int maximum, Form form, ErrorCode refusal) {
    this.minimum = minimum;
    this.maximum = maximum;
    this.form = form;
    this.refusal = refusal;
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
    if (length < minimum || length > maximum) {
      throw new BadRequest(refusal, field + " must be " + lengths() + " characters long");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      // Half a character would be sent as '?', which is another text than the one that was typed.
      throw new BadRequest(
          ErrorCode.INVALID_PARAMETER, field + " must be " + Form.UNICODE.description);
    }
    if (!form.pattern.matcher(value).matches()) {
      throw new BadRequest(refusal, field + " must be " + form.description);
    }
    return value;
  }

  private String lengths() {
    return minimum == maximum ? "exactly " + minimum : minimum + " to " + maximum;
  }
}
