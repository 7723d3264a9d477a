package io.github.cognitofirstlogin.auth.cognito;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the user attribute that a text of Cognito names. Each check of Cognito names attributes in
 * its own way. If a text names several attributes, the first one counts.
 */
final class NamedAttribute {
  /** The characters that Cognito allows in a name: those of every script, but no blanks. */
  static final String NAME = "([\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,64}?)";

  /** Texts with the name as their group. Cognito calls {@code name} {@code name.formatted}. */
  private static final List<Pattern> TEXTS =
      Stream.of(
              "^Invalid attributes given, (?:userAttributes\\.)?" + NAME + "(?=[ ,])",
              "^Attributes did not conform to the schema:\\s*(?:user\\.)?"
                  + NAME
                  + "(?:\\.formatted)?: ",
              "^user\\." + NAME + "(?:\\.formatted)?: ",
              "^Type for attribute \\{" + NAME + "\\}",
              "^Attributes did not conform to the schema: Type for attribute \\{" + NAME + "\\}",
              "^Cannot modify an already provided " + NAME + "\\.?$",
              "^An account with the (?:given )?(email|phone_number|preferred_username) already",
              "^Invalid attribute(?: value for)?:? " + NAME + "(?:[.,:]?(?: |$))")
          .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
          .toList();

  private static final String PHONE_NUMBER = "phone_number";
  private static final String EMAIL = "email";

  private NamedAttribute() {}

  /** The attribute that {@code text} names. */
  static Optional<String> in(String text) {
    for (Pattern pattern : TEXTS) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    Set<String> meant = meant(text);
    return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
  }

  /**
   * The only attribute of {@code sent} that {@code text} can mean; empty if several are possible.
   */
  static Optional<String> of(String text, Collection<String> sent) {
    Set<String> possible = new TreeSet<>(sent);
    Set<String> meant = meant(text);
    if (!meant.isEmpty()) {
      possible.retainAll(meant);
    }
    return possible.size() == 1 ? Optional.of(possible.iterator().next()) : Optional.empty();
  }

  /**
   * The attributes that a text without a name can mean, such as {@code Invalid phone number
   * format.}
   */
  private static Set<String> meant(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    Set<String> meant = new TreeSet<>();
    if (lowerCase.contains("phone number")) {
      meant.add(PHONE_NUMBER);
    }
    if (lowerCase.contains("email")) {
      meant.add(EMAIL);
    }
    return meant;
  }
}
