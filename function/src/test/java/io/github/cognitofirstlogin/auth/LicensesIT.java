package io.github.cognitofirstlogin.auth;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The texts that the licenses of the libraries demand in each copy, the deployed jar included. */
class LicensesIT {
  private static final Path JAR = Path.of("function/target/function.jar");
  private static final Path BILL = Path.of("function/target/function.cdx.json");

  private static final Pattern LEGAL =
      Pattern.compile(
          "META-INF/licenses/.+|META-INF/[^/]*(license|notice|copying|copyright)[^/]*",
          Pattern.CASE_INSENSITIVE);

  /** A sentence of each license. Another license in the bill needs a line here, and its text. */
  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          entry("MIT", "Permission is hereby granted, free of charge, to any person"),
          entry("MIT-0", "MIT No Attribution"),
          entry("BSD-2-Clause", "Redistributions in binary form must reproduce the above"),
          entry("Apache-2.0", "Apache License Version 2.0, January 2004"));

  private static Map<String, String> texts;

  @BeforeAll
  static void read() throws IOException {
    texts = texts(JAR);
  }

  @Test
  void apacheLicenseIsInTheJar() {
    assertThat(texts.get("META-INF/LICENSE")).satisfies(text -> isLicense(text, "Apache-2.0"));
  }

  @Test
  void textOfEveryOtherLicenseIsInTheJarUnderTheNameOfItsLibrary() throws IOException {
    var others = components().stream().filter(part -> !license(part).equals("Apache-2.0")).toList();
    assertThat(others).hasSizeGreaterThan(4);

    for (var part : others) {
      assertThat(texts)
          .as("license of %s:%s", text(part, "group"), text(part, "name"))
          .anySatisfy(
              (file, text) -> {
                assertThat(isNamedAfter(part, file)).isTrue();
                isLicense(text, license(part));
              });
    }
  }

  @Test
  void everyTextInTheFolderLicensesIsOfALibraryInTheBill() throws IOException {
    var components = components();

    assertThat(texts.keySet())
        .filteredOn(file -> file.startsWith("META-INF/licenses/"))
        .isNotEmpty()
        .allMatch(file -> components.stream().anyMatch(part -> isNamedAfter(part, file)));
  }

  /** The shade plugin keeps one of two files with the same name: then the other text is missing. */
  @Test
  void everyLicenseAndNoticeThatALibraryShipsIsInTheJarUnchanged() throws IOException {
    var shipped = new TreeMap<String, String>();
    for (var library : ClassPath.jars()) {
      if (isInside(library)) {
        texts(library)
            .forEach(
                (file, text) ->
                    assertThat(texts)
                        .as(library.getFileName().toString())
                        .containsEntry(file, text));
        shipped.putAll(texts(library));
      }
    }

    assertThat(shipped)
        .containsKeys("META-INF/NOTICE", "META-INF/NOTICE.txt", "META-INF/Schubfach-LICENSE");
  }

  private static void isLicense(String text, String license) {
    assertThat(SENTENCES).containsKey(license);
    assertThat(text.replaceAll("\\s+", " ")).contains(SENTENCES.get(license));
  }

  private static boolean isNamedAfter(JsonNode part, String file) {
    var name = file.toLowerCase(Locale.ROOT);
    return name.equals("meta-inf/licenses/" + text(part, "group") + ".txt")
        || name.equals("meta-inf/" + text(part, "name") + "-license");
  }

  private static List<JsonNode> components() throws IOException {
    return List.copyOf(
        new ObjectMapper()
            .readTree(Files.readAllBytes(BILL))
            .get("components")
            .findParents("purl"));
  }

  private static String license(JsonNode part) {
    return part.at("/licenses/0/license/id").asText();
  }

  private static String text(JsonNode part, String field) {
    return part.path(field).asText();
  }

  private static boolean isInside(Path library) throws IOException {
    try (var published = new JarFile(library.toFile());
        var deployed = new JarFile(JAR.toFile())) {
      return published.stream()
          .filter(each -> each.getName().endsWith(".class"))
          .filter(each -> !each.getName().endsWith("module-info.class"))
          .anyMatch(each -> deployed.getEntry(each.getName()) != null);
    }
  }

  private static Map<String, String> texts(Path jar) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var file = new JarFile(jar.toFile())) {
      for (var entry :
          file.stream()
              .filter(each -> !each.isDirectory() && LEGAL.matcher(each.getName()).matches())
              .toList()) {
        var bytes = file.getInputStream(entry).readAllBytes();
        texts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
