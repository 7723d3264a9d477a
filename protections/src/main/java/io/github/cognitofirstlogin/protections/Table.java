package io.github.cognitofirstlogin.protections;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The protections of a file in {@code protections/table}. A line that is not indented names one;
 * below it stands, for each way to switch it off,
 *
 * <pre>
 *   in module source, by the end of its path, or pom.xml
 *   - what is taken out
 *   + what is put in its place, if anything
 *   ! each test that must fail then
 * </pre>
 */
final class Table {
  private static final String INDENT = "  ";

  private Table() {}

  /** The protections of every file, in the order of the file names. */
  static List<Protection> of(Path root) throws IOException {
    List<Path> files;
    try (var listed = Files.list(root.resolve("protections/table"))) {
      files = listed.sorted().toList();
    }
    List<Protection> protections = new ArrayList<>();
    for (Path file : files) {
      protections.addAll(parse(Files.readString(file)));
    }
    return protections;
  }

  static List<Protection> parse(String text) {
    List<Protection> protections = new ArrayList<>();
    for (String block : text.split("(?m)^(?=\\S)", -1)) {
      if (!block.isBlank()) {
        protections.add(protection(block));
      }
    }
    return protections;
  }

  private static Protection protection(String block) {
    String[] parts = block.split("(?m)^  in ", -1);
    List<Switch> switches = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      switches.add(switchOff(parts[i]));
    }
    if (switches.isEmpty()) {
      throw new IllegalArgumentException("nothing to switch off: " + parts[0].strip());
    }
    return new Protection(parts[0].strip(), switches);
  }

  private static Switch switchOff(String part) {
    List<String> lines = part.lines().filter(line -> !line.isBlank()).toList();
    List<String> rest = lines.subList(1, lines.size());
    for (String line : rest) {
      if (!line.matches(INDENT + "[-+!] .*")) {
        throw new IllegalArgumentException("neither -, + nor !: " + line);
      }
    }
    List<TestName> tests = marked(rest, '!').stream().map(TestName::parse).toList();
    if (tests.isEmpty() || marked(rest, '-').isEmpty()) {
      throw new IllegalArgumentException("without a text or a test: " + lines.get(0));
    }
    String[] place = lines.get(0).strip().split(" ", 2);
    return new Switch(
        new Module(place[0]),
        place[1],
        String.join("\n", marked(rest, '-')),
        String.join("\n", marked(rest, '+')),
        tests);
  }

  private static List<String> marked(List<String> lines, char mark) {
    return lines.stream()
        .filter(line -> line.charAt(INDENT.length()) == mark)
        .map(line -> line.substring(INDENT.length() + 2))
        .toList();
  }
}
