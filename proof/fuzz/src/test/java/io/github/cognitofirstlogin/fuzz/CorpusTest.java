package io.github.cognitofirstlogin.fuzz;

import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No input of the corpus, and no input that a fuzzer has found, breaks the function. */
class CorpusTest {
  @TestFactory
  @Hostile("P6")
  Stream<DynamicTest> inputOfTheCorpusIsAnsweredWell() {
    return Arrays.stream(Target.values())
        .flatMap(
            target ->
                inputs(target).stream()
                    .map(
                        input ->
                            DynamicTest.dynamicTest(
                                target.directory() + " " + input.getFileName(),
                                () -> target.run(Files.readAllBytes(input)))));
  }

  private static List<Path> inputs(Target target) {
    try (var files = Files.list(Path.of("proof/fuzz/corpus", target.directory()))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
