package io.github.cognitofirstlogin.infra.config;

import java.util.List;

/** Cognito's standard attributes for which a page can ask a user. */
public final class StandardAttributes {
  private static final List<String> ALL =
      List.of(
          "address",
          "birthdate",
          "email",
          "family_name",
          "gender",
          "given_name",
          "locale",
          "middle_name",
          "name",
          "nickname",
          "phone_number",
          "picture",
          "preferred_username",
          "profile",
          "website",
          "zoneinfo");

  private StandardAttributes() {}

  /** Refuses any other name. */
  public static List<String> require(List<String> names) {
    for (var name : names) {
      if (!ALL.contains(name)) {
        throw ContextKey.REQUIRED_ATTRIBUTES.must(
            "hold names out of " + String.join(", ", ALL), name);
      }
    }
    return names;
  }
}
