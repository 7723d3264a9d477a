package io.github.cognitofirstlogin.admin;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cognito's rules that can be checked without a request. A broken rule is a phrase that follows
 * "must".
 */
final class Rules {
  /** Cognito's UsernameType and GroupNameType. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}");

  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}&&[^@]]+@[\\p{L}\\p{M}\\p{N}.-]+");
  private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[A-Za-z0-9:_-]{1,64}");
  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cc}|\\p{Cs}|\\p{Zl}|\\p{Zp}");

  /** The maximum of Cognito's AttributeValueType. */
  private static final int LONGEST_VALUE = 2048;

  private Rules() {}

  static Optional<String> username(String text) {
    return name(text);
  }

  static Optional<String> group(String text) {
    return name(text);
  }

  static Optional<String> attributeName(String text) {
    return broken(!ATTRIBUTE_NAME.matcher(text).matches(), "be the name of an attribute", text);
  }

  static Optional<String> attribute(String name, String value) {
    return switch (name) {
      case Invitee.EMAIL ->
          broken(
              value.length() > LONGEST_VALUE || !EMAIL.matcher(value).matches(),
              "be an e-mail address",
              value);
      case "phone_number" ->
          broken(
              !PHONE_NUMBER.matcher(value).matches(),
              "be a phone number like +15551234567, without blanks",
              value);
      case "email_verified", "phone_number_verified" ->
          broken(!value.equals("true") && !value.equals("false"), "be true or false", value);
      case "sub" -> broken(true, "be left out: Cognito gives each user a sub", value);
      default ->
          broken(
              value.length() > LONGEST_VALUE || UNPRINTABLE.matcher(value).find(),
              "be one line of at most " + LONGEST_VALUE + " characters",
              value);
    };
  }

  private static Optional<String> name(String text) {
    return broken(
        !NAME.matcher(text).matches(), "be 1 to 128 letters, digits or signs, no blanks", text);
  }

  private static Optional<String> broken(boolean broken, String rule, String got) {
    return broken ? Optional.of(rule + ", got '" + OneLine.of(got) + "'") : Optional.empty();
  }
}
