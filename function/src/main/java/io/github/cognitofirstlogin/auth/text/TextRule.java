package io.github.cognitofirstlogin.auth.text;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a string of a request must be before it is sent on. Lengths are Cognito's own (service model
 * and quota page), counted as it counts them: in code points.
 */
public enum TextRule {
  USERNAME(1, 128, Form.PRINTABLE, ErrorCode.INVALID_PARAMETER),
  /** One that signs in. It is passed on as it is: neither trimmed nor normalized. */
  PASSWORD(1, 256, Form.UNICODE, ErrorCode.INVALID_PASSWORD),
  /** One that is to be set. It is passed on as it is, too. */
  NEW_PASSWORD(1, 256, Form.NO_BLANK_ENDS, ErrorCode.INVALID_PASSWORD),
  /**
   * Opaque. The service model of October 2026 allows 4,096 characters, and 2,048 before; twice as
   * many are taken, so that the next change of Cognito's strands nobody.
   */
  SESSION(20, 8192, Form.PRINTABLE, ErrorCode.INVALID_PARAMETER),
  /** Also a name that Cognito invents tomorrow. */
  CHALLENGE_NAME(1, 64, Form.CONSTANT, ErrorCode.INVALID_PARAMETER),
  /** Of an authenticator app. */
  TOTP_CODE(6, 6, Form.DIGITS, ErrorCode.CODE_INVALID),
  /** Sent by SMS or e-mail; Cognito has used six and eight digits. */
  DELIVERED_CODE(4, 16, Form.DIGITS, ErrorCode.CODE_INVALID),
  ATTRIBUTE_VALUE(1, 2048, Form.UNICODE, ErrorCode.ATTRIBUTE_INVALID);

  private enum Form {
    UNICODE(".*", "valid Unicode text"),
    /**
     * Cognito's pattern of a password, {@code ^[\S]+.*[\S]+$}, but for the second character that it
     * asks for. {@code \S} of a Java pattern knows the six blanks of ASCII alone, so other blanks
     * of Unicode are characters like any other here, too.
     */
    NO_BLANK_ENDS(
        "[^ \\t\\n\\x0B\\f\\r]([^\\n\\r]*[^ \\t\\n\\x0B\\f\\r])?",
        "free of blanks at its beginning and end, and of line breaks"),
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

  /** Why a value breaks a rule: the code and the text for the caller, which quotes no value. */
  public record Objection(ErrorCode code, String message) {}

  /** The objection to {@code value}, which names {@code field}; empty if there is none. */
  public Optional<Objection> objection(String field, String value) {
    if (value.isBlank()) {
      return objection(ErrorCode.INVALID_PARAMETER, field + " must not be blank");
    }
    if (!hasLength(value)) {
      return objection(refusal, field + " must be " + lengths() + " characters long");
    }
    if (!isUnicode(value)) {
      // Half a character would be sent as '?', which is another text than the one that was typed.
      return objection(ErrorCode.INVALID_PARAMETER, field + " must be " + Form.UNICODE.description);
    }
    if (!hasForm(value)) {
      return objection(refusal, field + " must be " + form.description);
    }
    return Optional.empty();
  }

  /** Whether a request may bring {@code value}: what cannot come back need not be given out. */
  public boolean allows(String value) {
    return objection("", value).isEmpty();
  }

  private static Optional<Objection> objection(ErrorCode code, String message) {
    return Optional.of(new Objection(code, message));
  }

  private boolean hasLength(String value) {
    int length = value.codePointCount(0, value.length());
    return length >= minimum && length <= maximum;
  }

  private static boolean isUnicode(String value) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(value);
  }

  private boolean hasForm(String value) {
    return form.pattern.matcher(value).matches();
  }

  private String lengths() {
    return minimum == maximum ? "exactly " + minimum : minimum + " to " + maximum;
  }
}
