package io.github.cognitofirstlogin.auth.cognito;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows a text of Cognito or of a trigger to the caller only if it is a plain sentence. The text
 * must not name an internal resource or a person, and must not repeat a secret of the caller.
 */
final class PublicText {
  private static final int MAX_LENGTH = 300;

  /** A shorter value could be part of any sentence. */
  private static final int MIN_SECRET_LENGTH = 4;

  /** Patterns of internal texts, in any case. */
  private static final Pattern INTERNAL =
      Pattern.compile(
          String.join(
              "|",
              // Control characters, line separators, marks that change the text direction, markup.
              "\\p{Cc}|\\p{Zl}|\\p{Zp}|[\\u202a-\\u202e\\u2066-\\u2069]|[<>\\\\]",
              // AWS names of resources, accounts, pools, clients, regions and variables.
              "\\barn:",
              "(?<!\\d)\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}(?!\\d)",
              "\\b[a-z]{1,10}-(?=[0-9a-f]*\\d)[0-9a-f]{8}([0-9a-f]{9})?\\b",
              "[a-z]{2,4}(-[a-z]+)?-(north|south|east|west|central)[a-z]*-\\d",
              "[a-z]{2}(-[a-z]+)+-\\d_\\w",
              "(?<![a-z0-9])[a-z0-9]{26}(?![a-z0-9])",
              "\\baws_|\\blambda_",
              // Ids of requests and users; keys, tokens and hashes: long runs of characters with a
              // digit.
              "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
              "\\brequest[ _-]?id\\b",
              "(?<![a-z0-9+/_=-])(?=[a-z+/_=-]*\\d)[a-z0-9+/_=-]{24,}",
              "\\beyJ[\\w-]|\\b0x[0-9a-f]",
              "\\b(password|passwd|pwd|secret|token|api[_-]?key)=\\S|\\bbearer \\S",
              // Addresses of pages, mail addresses, telephone numbers.
              "[a-z][a-z0-9+.-]*://|(?<!:)//\\w",
              "\\b(file|jar|jdbc|data|https?|javascript|mailto|tel|urn|node|classpath):\\S",
              "\\S@[\\p{L}\\p{N}]",
              // Encodings of addresses and markup.
              "%(2[ef]|3[ace]|40|5c)|&(#x?[0-9a-f]+|[a-z]+);",
              "\\+\\d[\\d ()./-]{5,}\\d",
              // Hosts: IPv4, IPv6, network cards, names with three parts or of an internal network.
              "(?<!\\d)\\d{1,3}(\\.\\d{1,3}){3}(?!\\d)",
              "\\b\\d{1,3}(-\\d{1,3}){3}\\b",
              "::|\\b([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}\\b",
              "\\b([0-9a-f]{2}[:-]){5}[0-9a-f]{2}\\b",
              "\\blocalhost\\b|\\b[a-z][\\w.-]*:\\d{3,5}\\b",
              "\\b([\\w-]+\\.){2,}[a-z]{2,}",
              "\\w\\.(amazonaws|aws|internal|local|localdomain|lan|corp|intranet|home|arpa)\\b",
              // Files and folders.
              "(?<![\\w/])[.~]{0,2}/[\\w.@-]",
              "\\b[a-z]:/|\\b(var|opt|tmp|usr|home|root|proc)/\\w",
              "\\w\\.(js|cjs|mjs|jsx|ts|tsx|py|pyc|java|kt|go|rb|rs|cs|php|class|jar|zip|so|dll|exe|sh"
                  + "|json|ya?ml|toml|ini|env|log|lock|sql|db|xml|csv|pem|crt|conf|cfg|properties|gz|cpp"
                  + "|scala|swift|vue)\\b",
              // Stack traces.
              "\\bat (async |new )?[\\w$]+\\.[\\w$<]|\\bat .{0,80}\\([^) ]*[.:][^) ]*\\)",
              ":\\d+:\\d+\\b(?<!\\d:\\d{2}:\\d{2})",
              "\\btraceback\\b|\\bcaused by\\b|\\bline \\d|\\bexit (status|code)\\b|\\bin module\\b",
              "\\bcannot read propert|\\bis not a function\\b|\\bis not defined\\b|\\bnull pointer\\b",
              "\\b(undefined|null|nonetype)\\b|\\bobject has no attribute\\b",
              "\\[object |[{,]\\s*[\"']\\w+[\"']\\s*:|\\bRuntime\\.\\w|\\btask timed out\\b",
              "\\bE(CONN|NOTFOUND|TIMEDOUT|PIPE|HOSTUNREACH|NOENT|ACCES)\\w*|\\berrno\\b|\\bgetaddrinfo\\b",
              "\\bSQLSTATE\\b|\\bORA-\\d"),
          Pattern.CASE_INSENSITIVE);

  /** Patterns of internal texts for which the case matters. */
  private static final Pattern NAME_OF_OURS =
      Pattern.compile(
          // Key ids, classes of exceptions, assignments of variables.
          "(?<![A-Za-z0-9])A[A-Z]{3}[A-Z0-9]{12,}"
              + "|[A-Za-z0-9_$](Exception|Error|Throwable|Fault)\\b"
              + "|\\b[A-Z][A-Z0-9]*_[A-Z0-9_]*=");

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  private static final Pattern TRIGGER_FRAME =
      Pattern.compile("^\\w+ failed with error (.*?)\\.?$", Pattern.DOTALL);

  private PublicText() {}

  static Optional<String> of(@Nullable String text, Collection<String> secrets) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    // Replaces letters and digits of other widths and styles by plain ones, and removes invisible
    // characters such as a zero-width space.
    String plain =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    return INTERNAL.matcher(text).find()
            || INTERNAL.matcher(plain).find()
            || NAME_OF_OURS.matcher(plain).find()
            || secrets.stream().anyMatch(secret -> repeats(text, plain, secret))
        ? Optional.empty()
        : Optional.of(text);
  }

  /** The trigger's own sentence in {@code PreAuthentication failed with error <sentence>.} */
  static @Nullable String ofTrigger(@Nullable String text) {
    return text == null ? null : TRIGGER_FRAME.matcher(text).replaceFirst("$1");
  }

  private static boolean repeats(String text, String plain, String secret) {
    return secret.length() >= MIN_SECRET_LENGTH
        && (contains(text, secret) || contains(plain, secret));
  }

  private static boolean contains(String text, String secret) {
    return text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT));
  }
}
