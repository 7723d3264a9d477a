package io.github.cognitofirstlogin.protections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the table with the sources, and the document with the table. */
class TableTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  static List<Switch> switches() throws IOException {
    return Table.of(ROOT).stream().flatMap(each -> each.switches().stream()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("switches")
  void switchedOffLineIsInItsSourceOnce(Switch off) {
    assertThatCode(() -> off.off(ROOT)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("switches")
  void testsThatMustFailExist(Switch off) throws IOException {
    for (TestName test : off.tests()) {
      assertThat(off.module().has(ROOT, test)).as("%s", test).isTrue();
    }
  }

  @Test
  void documentHasTheTableAsTheCommandPrintsIt() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("docs/reliability.md")))
        .containsSequence(Table.of(ROOT).stream().map(Protection::row).toList());
  }

  @Test
  void lineBreaksOfASourceDoNotCount() throws IOException {
    Switch off =
        only("Name\n  in protections Table.java\n  - final class\n  - Table {\n  + X\n  ! A.b");

    assertThat(off.off(ROOT)).contains("\nX\n").doesNotContain("final class Table");
  }

  @Test
  void textThatIsNotInTheSourceOnceIsSaid() {
    for (String text : List.of("this is not in it", "static")) {
      Switch off = only("Name\n  in protections Table.java\n  - %s\n  ! A.b".formatted(text));

      assertThatThrownBy(() -> off.off(ROOT)).hasMessageContaining("times, not once");
    }
  }

  @Test
  void lineOfNoKindIsRefused() {
    assertThatThrownBy(() -> only("Name\n  in protections Table.java\n  - a\n  x\n  ! A.b"))
        .hasMessageContaining("neither -, + nor !");
    assertThatThrownBy(() -> only("Name\n  in protections Table.java\n  - a\n"))
        .hasMessageContaining("without a text or a test");
  }

  private static Switch only(String block) {
    return Table.parse(block).get(0).switches().get(0);
  }
}
