package io.github.cognitofirstlogin.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cognito.PasswordPolicy;

/** The pool's password policy as the JSON of {@code GET /password-policy}. */
final class PasswordPolicyJson {
  private PasswordPolicyJson() {}

  /** Every value is a number or a boolean, so no value needs escaping. */
  static String of(PasswordPolicy policy) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("minimumLength", policy.getMinLength());
    members.put("requireUppercase", policy.getRequireUppercase());
    members.put("requireLowercase", policy.getRequireLowercase());
    members.put("requireNumbers", policy.getRequireDigits());
    members.put("requireSymbols", policy.getRequireSymbols());
    members.put(
        "passwordHistorySize", Objects.requireNonNullElse(policy.getPasswordHistorySize(), 0));
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
