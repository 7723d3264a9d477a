package io.github.cognitofirstlogin.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedScriptTest {
  @Test
  void commandsAreTakenApartAsAShellDoesIt() {
    assertEquals(
        List.of(
            List.of("npm", "ci"),
            List.of("aws", "a", "--b", "c d", "--e=f g"),
            List.of("git", "checkout", "<commit>"),
            List.of("npx", "cdk", "deploy"),
            List.of("bin/invite", "--x", "<two words>", "no-comment")),
        commands(
            """
            npm ci > log.txt   # once
            # nothing
            A=1 aws a --b 'c d' \\
              --e="f g"

            git checkout <commit> && npx cdk deploy | bin/invite --x "<two words>" no-comment
            """));
  }

  @Test
  void substitutionIsOneWord() {
    assertEquals(
        List.of(List.of("curl", "$(f a b)/x")),
        commands("api=$(node -p 'a(b(\"c\").d)')\ncurl $(f a b)/x\n"));
  }

  @Test
  void shellReadsAPlaceholderAsAWord() {
    assertEquals(
        "aws a --b placeholder",
        new DocumentedScript(Path.of("a.md"), "aws a --b <My name>").withoutPlaceholders());
  }

  private static List<List<String>> commands(String script) {
    return new DocumentedScript(Path.of("a.md"), script).commands();
  }
}
