package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersCsvTest {
  @TempDir private Path directory;

  @Test
  void rowIsAPersonAndColumnsAreAttributes() {
    assertThat(
            read(
                """
                username,email,groups,given_name,custom:team
                alice,alice@example.com,ops;dev,Alice,blue
                bob,bob@example.com,,,
                """))
        .containsExactly(
            new Invitee(
                "alice",
                Map.of(
                    "email",
                    "alice@example.com",
                    "email_verified",
                    "true",
                    "given_name",
                    "Alice",
                    "custom:team",
                    "blue"),
                List.of("ops", "dev")),
            new Invitee(
                "bob", Map.of("email", "bob@example.com", "email_verified", "true"), List.of()));
  }

  @Test
  void columnsStandInAnyOrder() {
    assertThat(read("email,username\na@b.c,alice\n"))
        .extracting("username")
        .containsExactly("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void spreadsheetsOwnEndingsAreFine(String end) {
    var text = String.join(end, "\uFEFFusername,email", "\"alice\",a@b.c", "", ",", "bob,b@b.c");

    assertThat(read(text)).extracting("username").containsExactly("alice", "bob");
  }

  @Test
  void quotedCellHoldsCommasAndQuotes() {
    assertThat(read("username,email,name\nalice,a@b.c,\"Doe, \"\"Al\"\" Alice\"\n"))
        .singleElement()
        .satisfies(
            invitee -> assertThat(invitee.attributes()).containsEntry("name", "Doe, \"Al\" Alice"));
  }

  @Test
  void addressCanBeMarkedAsUnverified() {
    assertThat(read("username,email,email_verified\nalice,a@b.c,false\n"))
        .singleElement()
        .satisfies(
            invitee -> assertThat(invitee.attributes()).containsEntry("email_verified", "false"));
  }

  @Test
  void groupsAreNamedOnceHoweverTheyAreTyped() {
    assertThat(read("username,email,groups\nalice,a@b.c,\" ops; dev;;ops;\"\n"))
        .singleElement()
        .satisfies(invitee -> assertThat(invitee.groups()).containsExactly("ops", "dev"));
  }

  @Test
  void allMistakesAreReportedAtOnceByLineAndColumn() {
    assertRefused(
        """
        username,email,groups,phone_number,note
        alice,alice@example.com,,,"two
        lines"
        "al ice",alice,op s,0123,
        ,b@example.com,,,
        carol,c@example.com
        dave,d@example.com,,,,
        alice,a@example.com,,,
        """,
        "users.csv, line 2, column 5 (note): must be one line of at most 2048 characters,"
            + " got 'two lines'",
        "users.csv, line 4, column 1 (username): must be 1 to 128 letters, digits or signs, no"
            + " blanks, got 'al ice'",
        "users.csv, line 4, column 2 (email): must be an e-mail address, got 'alice'",
        "users.csv, line 4, column 3 (groups): must be 1 to 128 letters, digits or signs, no"
            + " blanks, got 'op s'",
        "users.csv, line 4, column 4 (phone_number): must be a phone number like +15551234567,"
            + " without blanks, got '0123'",
        "users.csv, line 5, column 1 (username): must be 1 to 128 letters, digits or signs, no"
            + " blanks, got ''",
        "users.csv, line 6: has 2 columns, the first row has 5",
        "users.csv, line 7: has 6 columns, the first row has 5",
        "users.csv, line 8, column 1 (username): names the same user as line 2");
  }

  @Test
  void listOfProblemsEnds() {
    var rows = "bob\n".repeat(1000);

    assertThatThrownBy(() -> read("username,email\n" + rows))
        .isInstanceOf(Misuse.class)
        .message()
        .hasLineCount(21)
        .endsWith("... and 980 more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name,email|users.csv, line 1: there is no column 'username'; the columns, separated by"
            + " commas, are 'name', 'email'",
        "username|users.csv, line 1: there is no column 'email'; the columns, separated by commas,"
            + " are 'username'",
        "username,email,email|users.csv, line 1, column 3 (email): occurs twice",
        "username,email,|users.csv, line 1, column 3 (): must be the name of an attribute, got ''",
        "username,email,given name|users.csv, line 1, column 3 (given name): must be the name of"
            + " an attribute, got 'given name'"
      })
  void columnsAreCheckedFirst(String header, String problem) {
    assertRefused(header + "\nalice\n", problem);
  }

  @Test
  void otherSeparatorIsRecognisable() {
    assertThatThrownBy(() -> read("username;email\nalice;a@b.c\n"))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("separated by commas")
        .hasMessageContaining("username;email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\uFEFF", "username,email\n", "username,email\n,\n"})
  void fileWithoutUsersIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Misuse.class).message().hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username,email\n\"alice\"x,a@b.c\n", "username,email\n\"alice,a@b.c\n"})
  void brokenQuotesAreRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(Misuse.class)
        .hasMessageStartingWith("users.csv: is not CSV as of RFC 4180: ")
        .message()
        .contains("2")
        .doesNotContain("Exception", "alice")
        .hasLineCount(1);
  }

  @Test
  void otherEncodingIsRefusedByLine() {
    assertThatThrownBy(
            () -> read("username,email\n\nzo\u00eb,z@b.c\n", StandardCharsets.ISO_8859_1))
        .isInstanceOf(Misuse.class)
        .hasMessage("users.csv, line 3: is not UTF-8; save the file as 'CSV UTF-8'");
    assertThatThrownBy(() -> read("username,email\na,a@b.c\n", StandardCharsets.UTF_16))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void lettersOfTheWorldAreFine() {
    assertThat(
            read("username,email,name\nzo\u00eb,zo\u00eb@b\u00fccher.example,\u738b\u5c0f\u660e\n"))
        .singleElement()
        .satisfies(
            invitee ->
                assertThat(invitee.attributes()).containsEntry("name", "\u738b\u5c0f\u660e"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[2J", "\u0000", "\u202e", "\u2028", "a\tb"})
  void controlSequencesOfATerminalAreNotShown(String text) {
    assertThatThrownBy(() -> read("username,email\n\"x" + text + "\",a@b.c\n"))
        .isInstanceOf(Misuse.class)
        .message()
        .doesNotContain(text)
        .hasLineCount(1);
  }

  @Test
  void knownUsersNeedNoAddress() {
    assertThat(UsersCsv.known(file("username,groups\nalice,ops\n", StandardCharsets.UTF_8)))
        .containsExactly(Invitee.known("alice"));
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> UsersCsv.invitees(directory.resolve("none.csv")))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("none.csv");
  }

  @Test
  void largeFileIsReadInOneGo() {
    var rows =
        String.join("", IntStream.range(0, 5_000).mapToObj(i -> "u" + i + ",u@b.c\n").toList());

    assertThat(read("username,email\n" + rows)).hasSize(5_000);
  }

  private void assertRefused(String text, String... problems) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(Misuse.class)
        .hasMessage(String.join("\n", problems));
  }

  private List<Invitee> read(String text) {
    return read(text, StandardCharsets.UTF_8);
  }

  private List<Invitee> read(String text, Charset charset) {
    return UsersCsv.invitees(file(text, charset));
  }

  private Path file(String text, Charset charset) {
    try {
      return Files.write(directory.resolve("users.csv"), text.getBytes(charset));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
