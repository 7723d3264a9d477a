package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.ReflectionSupport;

class FlowDocumentTest {
  private static final String BEFORE = "# Flows\n\n<!-- flow: a -->\n";
  private static final String AFTER =
      "<!-- end of flow -->\n\n<!-- flow: b -->\n<!-- end of flow -->\n";

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("flows.md");
    Files.writeString(file, BEFORE + "\nas it was\n" + AFTER);
  }

  @Test
  void documentAndTestsHaveTheSameFlows() {
    var told =
        ReflectionSupport.findAllClassesInPackage(
                getClass().getPackageName(), type -> true, name -> true)
            .stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Flow.class))
            .map(method -> method.getAnnotation(Flow.class).value())
            .collect(Collectors.toList());
    assertThat(told).doesNotHaveDuplicates();
    assertThat(FlowDocument.DOCUMENT.flows()).containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void sameFlowPasses() {
    new FlowDocument(file, false).check("a", "as it was\n");
  }

  @Test
  void otherFlowFailsWithAnAdvice() {
    assertThatThrownBy(() -> new FlowDocument(file, false).check("a", "as it is\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dflows.update=true");
  }

  @Test
  void updateRewritesThatFlowOnly() throws IOException {
    new FlowDocument(file, true).check("a", "as it is: $1 \\\n");
    assertThat(file).hasContent(BEFORE + "\nas it is: $1 \\\n" + AFTER);
  }

  @Test
  void flowWithoutAPlaceFails() {
    assertThatThrownBy(() -> new FlowDocument(file, true).check("c", "anything\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("has a place for the flow c");
  }
}
