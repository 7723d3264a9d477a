package io.github.cognitofirstlogin.admin;

import java.util.List;

/** Mistakes in the command or in a file, in one sentence each. Nothing has been done. */
final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 20;

  Misuse(String sentence) {
    super(sentence);
  }

  Misuse(List<String> sentences) {
    super(shown(sentences));
  }

  private static String shown(List<String> sentences) {
    var all = String.join("\n", sentences.stream().limit(SHOWN).toList());
    var more = sentences.size() - SHOWN;
    return more > 0 ? all + "\n... and " + more + " more" : all;
  }
}
