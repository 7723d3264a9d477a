package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A context after the example of each refusal was pasted, one after the other. */
record Pasted(Map<String, Object> context, AuthConfig config) {
  /** The longest chain: a cookie domain needs a host name, which needs a certificate. */
  private static final int MOST_REFUSALS = 4;

  private static final Pattern REFUSAL =
      Pattern.compile(
          "context '(?<key>\\w+)' .*\\(example: ((?<other>[a-z]\\w+)=)?(?<value>[^)]*)\\)",
          Pattern.DOTALL);

  static Pasted after(Map<String, ?> wrong) {
    var context = new LinkedHashMap<String, Object>(wrong);
    for (var refusals = 0; ; refusals++) {
      try {
        return new Pasted(context, AuthConfig.from(context));
      } catch (SynthesisRefused refused) {
        var shown = REFUSAL.matcher(String.valueOf(refused.getMessage()));
        if (!shown.matches() || refusals == MOST_REFUSALS) {
          throw refused;
        }
        var other = shown.group("other");
        context.put(other == null ? shown.group("key") : other, shown.group("value"));
      }
    }
  }
}
