package io.github.cognitofirstlogin.auth.cognito;

import io.github.cognitofirstlogin.auth.cognito.AuthOutcome.Refused;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a refusal such as {@code 1 validation error detected: Value at 'password' failed to
 * satisfy constraint: Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$}. Such a text
 * names the wrong member of the request to Cognito and may repeat its value. So the reply has its
 * own text, which names the member of the caller's request.
 */
final class ValidationError {
  private static final Pattern MEMBER =
      Pattern.compile("\\bat '([^']{1,200})' failed to satisfy constraint");

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "challengeResponses\\.userAttributes\\." + NamedAttribute.NAME + "(?:\\.member)?");

  private static final List<String> PASSWORDS =
      List.of("password", "challengeresponses.new_password");
  private static final List<String> CODES =
      List.of(
          "confirmationcode",
          "usercode",
          "challengeresponses.sms_mfa_code",
          "challengeresponses.sms_otp_code",
          "challengeresponses.email_otp_code",
          "challengeresponses.software_token_mfa_code");
  private static final Map<String, String> FIELDS =
      Map.of(
          "username", "username",
          "authparameters.username", "username",
          "challengeresponses.username", "username",
          "authparameters.password", "password",
          "session", "session");
  private static final List<String> OURS =
      List.of("clientid", "clientsecret", "secrethash", "userpoolid", "authflow");

  private ValidationError() {}

  static Refused of(String text) {
    return MEMBER
        .matcher(text)
        .results()
        .map(member -> ofMember(member.group(1), text))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(new Refused(ErrorCode.INVALID_PARAMETER));
  }

  private static Optional<Refused> ofMember(String path, String text) {
    Matcher attribute = ATTRIBUTE.matcher(path);
    if (attribute.matches()) {
      return Optional.of(
          new Refused(
              ErrorCode.ATTRIBUTE_INVALID,
              ErrorCode.ATTRIBUTE_INVALID.message(),
              Optional.of(attribute.group(1))));
    }
    String member = path.toLowerCase(Locale.ROOT).replaceFirst("\\.(member|value)$", "");
    if (PASSWORDS.contains(member)) {
      return Optional.of(password(text));
    }
    if (CODES.contains(member)) {
      return Optional.of(new Refused(ErrorCode.CODE_INVALID));
    }
    if (OURS.contains(member)) {
      return Optional.of(new Refused(ErrorCode.SERVICE_MISCONFIGURED));
    }
    if (member.startsWith("userattributes")) {
      return Optional.of(new Refused(ErrorCode.ATTRIBUTE_INVALID));
    }
    return Optional.ofNullable(FIELDS.get(member)).map(ValidationError::invalid);
  }

  private static Refused password(String text) {
    return text.contains("regular expression pattern")
        ? new Refused(
            ErrorCode.INVALID_PASSWORD,
            "new_password must have more than one character, and be free of blanks at its beginning"
                + " and end, and of line breaks",
            Optional.empty())
        : new Refused(ErrorCode.INVALID_PASSWORD);
  }

  private static Refused invalid(String field) {
    return new Refused(ErrorCode.INVALID_PARAMETER, field + " is not valid", Optional.empty());
  }
}
