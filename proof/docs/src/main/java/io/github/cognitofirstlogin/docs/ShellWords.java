package io.github.cognitofirstlogin.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of simple shell commands: the part of the grammar that documents use. */
final class ShellWords {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<blank>(?:[ \\t]|\\\\\\n)+)"
              + "|(?<end>\\n|;|&&|\\|\\|?)"
              + "|(?<comment>(?<=^|\\s)#[^\\n]*)"
              + "|'(?<single>[^']*)'"
              + "|\"(?<twice>(?:[^\"\\\\]|\\\\.|(?<=\\$)\\([^)]*\\))*)\""
              + "|(?<substitution>\\$\\((?:[^()]|\\([^()]*\\)|\\((?:[^()]|\\([^()]*\\))*\\))*\\))"
              + "|(?<placeholder><[A-Za-z][\\w ]*>)"
              + "|(?<redirection>[<>]{1,2}[ \\t]*[^ \\t\\n]+)"
              + "|(?<plain>.)",
          Pattern.MULTILINE);

  private final String script;

  ShellWords(String script) {
    this.script = script;
  }

  List<List<String>> lines() {
    var lines = new ArrayList<List<String>>();
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var hasWord = false;
    var token = TOKEN.matcher(script);
    while (token.find()) {
      if (token.group("blank") != null || token.group("end") != null) {
        if (hasWord) {
          words.add(word.toString());
          word.setLength(0);
          hasWord = false;
        }
        if (token.group("end") != null) {
          lines.add(List.copyOf(words));
          words.clear();
        }
      } else if (token.group("comment") == null && token.group("redirection") == null) {
        word.append(
            token.group("single") != null
                ? token.group("single")
                : token.group("twice") != null ? token.group("twice") : token.group());
        hasWord = true;
      }
    }
    if (hasWord) {
      words.add(word.toString());
    }
    lines.add(List.copyOf(words));
    lines.removeIf(List::isEmpty);
    return List.copyOf(lines);
  }
}
