package io.github.cognitofirstlogin.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hostile cases of {@code hostile-cases.txt}, in the order of the file. A line is a heading
 * ({@code # heading}) or a case: {@code id | case}, with {@code | reason} where no test checks the
 * case.
 */
record Catalogue(List<Section> sections) {
  private static final String COLUMNS =
      "| id | case | test, or the reason for none |\n|---|---|---|\n";

  record Section(String heading, List<Case> cases) {}

  record Case(String id, String text, Optional<String> reason) {
    private static Case of(String line) {
      var parts = line.split(" \\| ", 3);
      if (parts.length < 2) {
        throw new IllegalArgumentException("not a case: " + line);
      }
      return new Case(
          parts[0], parts[1], parts.length == 3 ? Optional.of(parts[2]) : Optional.empty());
    }

    private String row(Set<String> tests) {
      var holders = tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
      return "| %s | %s | %s |\n".formatted(id, text, reason.orElse(holders));
    }
  }

  static Catalogue read() {
    try (var file = Catalogue.class.getResourceAsStream("hostile-cases.txt")) {
      if (file == null) {
        throw new IllegalStateException("hostile-cases.txt is missing");
      }
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Catalogue of(String text) {
    var sections = new ArrayList<Section>();
    for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
      if (line.startsWith("# ")) {
        sections.add(new Section(line.substring(2), new ArrayList<>()));
      } else {
        sections.get(sections.size() - 1).cases().add(Case.of(line));
      }
    }
    return new Catalogue(List.copyOf(sections));
  }

  List<Case> cases() {
    return sections.stream().flatMap(section -> section.cases().stream()).toList();
  }

  /**
   * The document as Markdown.
   *
   * @param tests the classes whose tests check a case, by the id of the case
   */
  String document(Map<String, Set<String>> tests) {
    var text =
        new StringBuilder(
            """
            # Hostile cases

            This page lists malformed, hostile and unlucky input, and the tests for each case. It is generated from
            `hostile-cases.txt` and from the annotation `@Hostile` of the tests: see `CatalogueTest`.
            """);
    for (var section : sections) {
      text.append("\n## ").append(section.heading()).append("\n\n").append(COLUMNS);
      for (var each : section.cases()) {
        text.append(each.row(tests.getOrDefault(each.id(), Set.of())));
      }
    }
    return text.toString();
  }
}
