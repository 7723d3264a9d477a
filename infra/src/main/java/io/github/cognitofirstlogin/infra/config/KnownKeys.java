package io.github.cognitofirstlogin.infra.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds misspelt keys of this app, which would otherwise be ignored. Keys of the CDK, of its
 * plug-ins and of the user's {@code ~/.cdk.json} are not misspelt ones.
 */
public final class KnownKeys {

  private static final Set<String> OURS =
      Arrays.stream(ContextKey.values()).map(ContextKey::key).collect(Collectors.toSet());

  /**
   * Feature flags, the CLI's own keys, and look-ups, whose keys contain an account and a region.
   */
  private static final Pattern OF_THE_CDK =
      Pattern.compile(
          "@?aws-cdk[a-z-]*[:/].*|aws:.*|[a-z-]+:(.+:)?(account|region)=.*|cli-telemetry"
              + "|acknowledged-issue-numbers",
          Pattern.DOTALL);

  private KnownKeys() {}

  /** Keys of neither this app nor the CDK. A key that resembles one of this app is refused. */
  public static SortedSet<String> unknown(Collection<String> keys) {
    var unknown = new TreeSet<String>();
    for (var key : new TreeSet<>(keys)) {
      if (OURS.contains(key) || isOfTheCdk(key)) {
        continue;
      }
      unknown.add(key);
      if (isNamespaced(key)) {
        continue;
      }
      var meant = new TreeSet<>(OURS);
      meant.removeIf(ours -> !isNear(plain(key), plain(ours)));
      if (!meant.isEmpty()) {
        throw new SynthesisRefused(
            "context '%s' is not a key of this app, did you mean '%s'?"
                .formatted(OneLine.of(key), String.join("' or '", meant)));
      }
    }
    return unknown;
  }

  private static boolean isOfTheCdk(String key) {
    return OF_THE_CDK.matcher(key).matches();
  }

  /**
   * Feature flags, look-ups and similar keys begin with their owner's name: {@code
   * @aws-cdk/core:...}.
   */
  private static boolean isNamespaced(String key) {
    return key.contains(":") || key.contains("/");
  }

  /** The key without case, separators and plural, which people vary most. */
  private static String plain(String key) {
    var letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }

  private static boolean isNear(String key, String ours) {
    var longer = Math.max(key.length(), ours.length());
    var typos = longer < 9 ? 1 : 2;
    return distance(key, ours) <= typos
        || key.startsWith(ours)
        || isPart(key, ours)
        || isPart(ours, key);
  }

  /** Whether a key is a large part of another key: {@code origins}, {@code apiDomain}. */
  private static boolean isPart(String part, String whole) {
    return part.length() >= 5 && part.length() >= 0.45 * whole.length() && whole.contains(part);
  }

  /** Damerau's distance: the number of added, removed, changed or swapped letters. */
  private static int distance(String a, String b) {
    var d = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
