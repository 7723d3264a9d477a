package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks whether a first login can set the attributes that the pool requires. */
final class RequiredAttributes {
  /** Cognito itself sets this attribute for each user. */
  private static final String SUB = "sub";

  /** Standard attributes that {@code requiredAttributes} refuses, so a page cannot ask for them. */
  private static final Set<String> NEVER_ASKED =
      Set.of("email_verified", "identities", "phone_number_verified", "updated_at");

  private RequiredAttributes() {}

  static List<Finding> findings(Description pool, Optional<Description> client) {
    var findings = new ArrayList<Finding>();
    var writable = client.map(known -> known.texts("WriteAttributes")).orElse(List.of());
    for (var attribute : required(pool)) {
      var name = attribute.text("Name").orElse("");
      if (NEVER_ASKED.contains(name)) {
        findings.add(
            Finding.missing(
                "Nobody can give the required attribute '%s' at the first login, because this API"
                        .formatted(name)
                    + " never asks for it",
                "bin/invite --attribute %s=... gives it with the invitation".formatted(name)));
      } else if (!writable.isEmpty() && !writable.contains(name)) {
        findings.add(
            Finding.missing(
                "Nobody can give the required attribute '%s' at the first login".formatted(name),
                "client: WriteAttributes with " + name));
      } else if (attribute.is("Mutable", "false")) {
        findings.add(
            Finding.note(
                "The required attribute '%s' cannot be changed once it is set, and nobody has tried"
                        .formatted(name)
                    + " whether a first login may set it",
                "bin/invite --attribute %s=... gives it with the invitation".formatted(name)));
      }
    }
    return List.copyOf(findings);
  }

  /** The names that a deployment accepts as {@code requiredAttributes}. */
  static List<String> askable(Description pool) {
    return required(pool).stream()
        .flatMap(attribute -> attribute.text("Name").stream())
        .filter(name -> !NEVER_ASKED.contains(name))
        .sorted()
        .toList();
  }

  private static List<Description> required(Description pool) {
    return pool.each("SchemaAttributes").stream()
        .filter(attribute -> attribute.is("Required", "true"))
        .filter(attribute -> !attribute.is("Name", SUB))
        .toList();
  }
}
