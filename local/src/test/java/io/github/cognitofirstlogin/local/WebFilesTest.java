package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Properties of the files in {@code web/} that need no browser. */
class WebFilesTest {

  private static JsonNode seen;

  @BeforeAll
  static void look() throws Exception {
    seen = new ObjectMapper().readTree(NodeScript.output("web.mjs"));
  }

  @Test
  void everyCodeHasATextInBothLanguages() throws Exception {
    var openapi = Files.readString(Path.of("docs/openapi.yaml"));
    var codes = openapi.substring(openapi.indexOf("\n    Code:\n"));
    var code = Pattern.compile("^        - (\\w+)$", Pattern.MULTILINE).matcher(codes);
    assertThat(code.results().map(match -> "error." + match.group(1)))
        .hasSizeGreaterThan(40)
        .allSatisfy(
            key -> {
              assertThat(seen.at("/texts/en/" + key).asText()).as(key).isNotBlank();
              assertThat(seen.at("/texts/zh-hant/" + key).asText()).as(key).isNotBlank();
            });
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameBlanks() {
    assertThat(seen.path("blanks").path("zh-hant")).isEqualTo(seen.path("blanks").path("en"));
  }

  @Test
  void everyErrorThatNamesAFieldHasATextForNoName() {
    var texts = seen.at("/texts/en");
    assertThat(texts.properties())
        .filteredOn(each -> each.getKey().startsWith("error."))
        .filteredOn(each -> each.getValue().asText().contains("{field}"))
        .hasSizeGreaterThan(3)
        .allSatisfy(each -> assertThat(texts.has(each.getKey() + ".unnamed")).isTrue());
  }

  @Test
  void everyTextThatTheMarkupNamesExists() {
    assertThat(StreamSupport.stream(seen.path("unknown").spliterator(), false)).isEmpty();
  }

  @Test
  void theClientIsShortAndNeedsNothing() throws Exception {
    var lines = Files.readAllLines(Path.of("web/auth-client.js"));
    assertThat(lines).hasSizeLessThan(300).noneMatch(line -> line.startsWith("import "));
  }

  @Test
  void aQrCodeOfAnyLengthIsReadBack() {
    assertThat(seen.path("qrLengths")).hasSizeGreaterThan(20);
    assertThat(seen.path("qrMisread")).isEmpty();
  }

  @Test
  void theSnippetOfTheDocumentSignsIn() {
    assertThat(seen.path("snippet").asText()).isEqualTo("Hello emma, until 2026-11-25T05:00:00Z");
  }
}
