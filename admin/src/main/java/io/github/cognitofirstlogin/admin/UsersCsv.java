package io.github.cognitofirstlogin.admin;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/**
 * Reads users from a CSV file (RFC 4180, UTF-8) whose first row names the columns. This class
 * checks the whole file and reports all mistakes at once, by line and column.
 */
final class UsersCsv {
  private static final String USERNAME = "username";
  private static final String GROUPS = "groups";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final String text;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> lineOfUsername = new HashMap<>();

  private UsersCsv(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** All users of the file, each with an e-mail address. */
  static List<Invitee> invitees(Path file) {
    return open(file).people(List.of(USERNAME, Invitee.EMAIL));
  }

  /** All users of the file, by user name only. */
  static List<Invitee> known(Path file) {
    return open(file).people(List.of(USERNAME)).stream()
        .map(invitee -> Invitee.known(invitee.username()))
        .toList();
  }

  private static UsersCsv open(Path file) {
    try {
      var name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
      return new UsersCsv(name, decoded(name, Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new Misuse("Cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static String decoded(String name, byte[] bytes) {
    var utf8 = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    try {
      var text = utf8.decode(in).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      var before = new String(bytes, 0, in.position(), StandardCharsets.ISO_8859_1);
      throw new Misuse(
          "%s, line %d: is not UTF-8; save the file as 'CSV UTF-8'"
              .formatted(name, lineEnds(before) + 1));
    }
  }

  private List<Invitee> people(List<String> needed) {
    var rows = rows();
    if (rows.isEmpty()) {
      throw new Misuse(name + ": has no rows; the first row must name the columns");
    }
    var columns = columns(rows.get(0), needed);
    var people = new ArrayList<Invitee>();
    for (var row : rows.subList(1, rows.size())) {
      person(row, columns, needed).ifPresent(people::add);
    }
    if (problems.isEmpty() && people.isEmpty()) {
      problems.add(name + ": has no users, only the row with the columns' names");
    }
    if (!problems.isEmpty()) {
      throw new Misuse(problems);
    }
    return people;
  }

  private record Row(int line, List<String> cells) {}

  /** Leaves out empty rows, which spreadsheets write at the end. */
  private List<Row> rows() {
    var format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    var rows = new ArrayList<Row>();
    var counted = 0;
    var line = 1;
    try (var parser = format.parse(new StringReader(text))) {
      for (var row : parser) {
        var start = (int) row.getCharacterPosition();
        line += lineEnds(text.substring(counted, start));
        counted = start;
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
          rows.add(new Row(line, row.toList()));
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new Misuse(
          name
              + ": is not CSV as of RFC 4180: "
              + OneLine.of(String.valueOf(e.getMessage()).replaceFirst("^.*Exception: ", "")));
    }
    return rows;
  }

  private static int lineEnds(String text) {
    return (int) text.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
  }

  private List<String> columns(Row header, List<String> needed) {
    var columns = header.cells();
    var seen = new HashSet<String>();
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      if (!seen.add(column)) {
        problem(header, i, column, "occurs twice");
      } else if (!column.equals(USERNAME) && !column.equals(GROUPS)) {
        var index = i;
        Rules.attributeName(column)
            .ifPresent(rule -> problem(header, index, column, "must " + rule));
      }
    }
    for (var missing : needed) {
      if (!seen.contains(missing)) {
        problems.add(
            "%s, line %d: there is no column '%s'; the columns, separated by commas, are '%s'"
                .formatted(name, header.line(), missing, OneLine.of(String.join("', '", columns))));
      }
    }
    if (!problems.isEmpty()) {
      throw new Misuse(problems);
    }
    return columns;
  }

  private Optional<Invitee> person(Row row, List<String> columns, List<String> needed) {
    if (row.cells().size() != columns.size()) {
      problems.add(
          "%s, line %d: has %d columns, the first row has %d"
              .formatted(name, row.line(), row.cells().size(), columns.size()));
      return Optional.empty();
    }
    var before = problems.size();
    var username = "";
    var attributes = new HashMap<String, String>();
    Set<String> groups = Set.of();
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var cell = row.cells().get(i);
      if (column.equals(USERNAME)) {
        username = username(row, i, cell);
      } else if (column.equals(GROUPS)) {
        groups = groups(row, i, cell);
      } else if (!cell.isEmpty() || needed.contains(column)) {
        var index = i;
        Rules.attribute(column, cell)
            .ifPresent(rule -> problem(row, index, column, "must " + rule));
        attributes.put(column, cell);
      }
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            Invitee.of(username, attributes.getOrDefault(Invitee.EMAIL, ""), attributes, groups));
  }

  private String username(Row row, int index, String username) {
    Rules.username(username).ifPresent(rule -> problem(row, index, USERNAME, "must " + rule));
    var first = lineOfUsername.putIfAbsent(username, row.line());
    if (first != null) {
      problem(row, index, USERNAME, "names the same user as line " + first);
    }
    return username;
  }

  private Set<String> groups(Row row, int index, String cell) {
    var groups =
        new LinkedHashSet<>(
            Arrays.stream(cell.split(";")).map(String::strip).filter(g -> !g.isEmpty()).toList());
    for (var group : groups) {
      Rules.group(group).ifPresent(rule -> problem(row, index, GROUPS, "must " + rule));
    }
    return groups;
  }

  private void problem(Row row, int index, String column, String what) {
    problems.add(
        "%s, line %d, column %d (%s): %s"
            .formatted(name, row.line(), index + 1, OneLine.of(column), what));
  }
}
