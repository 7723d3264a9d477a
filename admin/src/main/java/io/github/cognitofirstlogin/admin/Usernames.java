package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.List;

/** Reports the names with which people sign in, and the user names that the API then answers. */
final class Usernames {
  private static final String FIXED = "fixed when the pool was made";

  private Usernames() {}

  static List<Finding> findings(Description pool) {
    var findings = new ArrayList<Finding>();
    var attributes = pool.texts("UsernameAttributes");
    var aliases = pool.texts("AliasAttributes");
    if (!attributes.isEmpty()) {
      findings.add(
          Finding.note(
              "People sign in with %s, and Cognito makes a UUID their user name: GET /session and"
                      .formatted(String.join(" or ", attributes))
                  + " the entry in the authenticator app show the UUID",
              FIXED + "; bin/invite takes the address or number as user name"));
    } else if (aliases.isEmpty()) {
      findings.add(
          Finding.note(
              "People sign in with the user name alone: an e-mail address is refused",
              FIXED + "; tell people their user name"));
    } else if (!aliases.contains("email")) {
      findings.add(
          Finding.note(
              "People sign in with the user name or %s: an e-mail address is refused"
                  .formatted(String.join(" or ", aliases)),
              FIXED + "; tell people their user name"));
    }
    if (!pool.is("UsernameConfiguration.CaseSensitive", "false")) {
      findings.add(
          Finding.note(
              "User names are case-sensitive: Emma and emma are two users, and EMMA is refused",
              FIXED + "; bin/invite keeps them apart too"));
    }
    return List.copyOf(findings);
  }
}
