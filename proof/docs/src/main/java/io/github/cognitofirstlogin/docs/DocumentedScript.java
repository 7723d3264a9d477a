package io.github.cognitofirstlogin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Shell commands of a document, from a code block or from within a sentence. */
public record DocumentedScript(Path document, String text) {
  private static final Pattern BLOCK = Pattern.compile("(?sm)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

  /** The name of a program without arguments is not a command to run. */
  private static final Pattern COMMAND =
      Pattern.compile("(?s)(?:aws|curl|git|npm|npx|\\./mvnw|bin/[a-z-]+)\\s.*");

  /** A placeholder, which people replace with their own value. */
  private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Za-z][\\w ]*>");

  public static List<DocumentedScript> all() throws IOException {
    var scripts = new ArrayList<DocumentedScript>();
    for (var document : Documents.all()) {
      var text = Files.readString(document);
      BLOCK
          .matcher(text)
          .results()
          .map(
              block ->
                  switch (block.group(1)) {
                    case "sh" -> block.group(2);
                    case "console" -> typed(block.group(2));
                    default -> "";
                  })
          .filter(script -> !script.isEmpty())
          .forEach(script -> scripts.add(new DocumentedScript(document, script)));
      SPAN.matcher(BLOCK.matcher(text).replaceAll(""))
          .results()
          .map(span -> span.group(1).replace('\n', ' '))
          .filter(span -> COMMAND.matcher(span).matches())
          .forEach(span -> scripts.add(new DocumentedScript(document, span)));
    }
    return List.copyOf(scripts);
  }

  /** The text with placeholders that a shell can read. */
  public String withoutPlaceholders() {
    return PLACEHOLDER.matcher(text).replaceAll("placeholder");
  }

  /**
   * The words of each command, without quotes, with placeholders unchanged. Pipes, substitutions
   * and redirections are ignored.
   */
  public List<List<String>> commands() {
    var commands = new ArrayList<List<String>>();
    for (var line : new ShellWords(text).lines()) {
      var words = new ArrayList<>(line);
      while (!words.isEmpty() && words.get(0).matches("[A-Za-z_]+=.*")) {
        words.remove(0);
      }
      if (!words.isEmpty()) {
        commands.add(List.copyOf(words));
      }
    }
    return List.copyOf(commands);
  }

  private static String typed(String console) {
    var script = new StringBuilder();
    var goesOn = false;
    for (var line : console.lines().toList()) {
      if (line.startsWith("$ ") || goesOn) {
        script.append(goesOn ? line : line.substring(2)).append('\n');
        goesOn = line.endsWith("\\");
      }
    }
    return script.toString();
  }
}
