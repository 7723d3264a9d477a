package io.github.cognitofirstlogin.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All findings about a pool and a client, with the most serious first. */
final class Findings {
  private Findings() {}

  static List<Finding> of(Description pool, Optional<Description> client) {
    return Stream.of(
            SignIn.findings(pool, client),
            Sessions.findings(pool, client),
            RequiredAttributes.findings(pool, client),
            Usernames.findings(pool),
            Mails.findings(pool),
            Triggers.findings(pool))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Finding::weight))
        .toList();
  }
}
