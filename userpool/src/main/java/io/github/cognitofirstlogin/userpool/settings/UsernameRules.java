package io.github.cognitofirstlogin.userpool.settings;

import java.util.Locale;
import java.util.Set;

/** The names with which people of a pool sign in. */
public record UsernameRules(
    Set<String> usernameAttributes, Set<String> aliasAttributes, boolean caseSensitive) {

  static UsernameRules from(CloudFormationProperties pool) {
    var configuration = pool.section("UsernameConfiguration");
    var rules =
        new UsernameRules(
            pool.words("UsernameAttributes", "email", "phone_number"),
            pool.words("AliasAttributes", "email", "phone_number", "preferred_username"),
            // Without this property, CloudFormation creates a case-sensitive pool.
            configuration.flag("CaseSensitive", true));
    configuration.warnAboutTheRest();
    if (!rules.usernameAttributes.isEmpty() && !rules.aliasAttributes.isEmpty()) {
      throw pool.refused(
          "AliasAttributes",
          "absent where UsernameAttributes is set",
          String.join(",", rules.aliasAttributes));
    }
    return rules;
  }

  /** Two names with one key are the same name. */
  public String key(String name) {
    return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
  }
}
