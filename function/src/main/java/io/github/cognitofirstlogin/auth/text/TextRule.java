package io.github.cognitofirstlogin.auth.text;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for strings of a request. Lengths are Cognito's own (service model and quota page) and
 * count code points, as Cognito does.
 */
public enum TextRule {
  /** Cognito's UsernameType, with every printable character. */
  USERNAME(1, 128, Form.PRINTABLE, ErrorCode.INVALID_PARAMETER),
  /**
   * Cognito's PasswordType: a password that signs in. It is passed on exactly as it was sent:
   * neither trimmed nor normalized.
   */
  PASSWORD(1, 256, Form.UNICODE, ErrorCode.INVALID_PASSWORD),
  /** Cognito's PasswordType: a new password. It is passed on exactly as it was sent, too. */
  NEW_PASSWORD(1, 256, Form.NO_BLANK_ENDS, ErrorCode.INVALID_PASSWORD),
  /**
   * Cognito's SessionType: an opaque session. The service model of October 2026 allows 4,096
   * characters; it allowed 2,048 before. This rule allows twice as many, so that Cognito's next
   * change breaks no login.
   */
  SESSION(20, 8192, Form.PRINTABLE, ErrorCode.INVALID_PARAMETER),
  /** The name of a challenge, including future names of Cognito. */
  CHALLENGE_NAME(1, 64, Form.CONSTANT, ErrorCode.INVALID_PARAMETER),
  /** Cognito's SoftwareTokenMFAUserCodeType: a code of an authenticator app. */
  TOTP_CODE(6, 6, Form.DIGITS, ErrorCode.CODE_INVALID),
  /**
   * Cognito's ConfirmationCodeType: a code by SMS or e-mail. Cognito has used six and eight digits,
   * but its service model also allows other characters and lengths.
   */
  DELIVERED_CODE(1, 2048, Form.NO_BLANKS, ErrorCode.CODE_INVALID),
  /** Cognito's AttributeValueType. */
  ATTRIBUTE_VALUE(1, 2048, Form.UNICODE, ErrorCode.ATTRIBUTE_INVALID);

  private enum Form {
    UNICODE(".*", "valid Unicode text"),
    /**
     * Cognito's pattern of a password, {@code ^[\S]+.*[\S]+$}, without its minimum of two
     * characters. {@code \S} of a Java pattern excludes only the six blanks of ASCII, so other
     * blanks of Unicode are allowed here, too.
     */
    NO_BLANK_ENDS(
        "[^ \\t\\n\\x0B\\f\\r]([^\\n\\r]*[^ \\t\\n\\x0B\\f\\r])?",
        "free of blanks at its beginning and end, and of line breaks"),
    NO_BLANKS("[^ \\t\\n\\x0B\\f\\r]*", "free of blanks"),
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
   * The reason why a value breaks a rule: the code and the text for the caller, which repeats no
   * value.
   */
  public record Objection(ErrorCode code, String message) {}

  /** The objection to {@code value}, with the name {@code field}; empty if there is none. */
  public Optional<Objection> objection(String field, String value) {
    if (value.isBlank()) {
      return objection(ErrorCode.INVALID_PARAMETER, field + " must not be blank");
    }
    if (!hasLength(value)) {
      return objection(refusal, field + " must be " + lengths() + " characters long");
    }
    if (!isUnicode(value)) {
      // An unpaired surrogate would be sent as '?', which is not the text that the user typed.
      return objection(ErrorCode.INVALID_PARAMETER, field + " must be " + Form.UNICODE.description);
    }
    if (!hasForm(value)) {
      return objection(refusal, field + " must be " + form.description);
    }
    return Optional.empty();
  }

  /**
   * Whether a request may send {@code value}. A reply need not contain a value that cannot be sent.
   */
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
