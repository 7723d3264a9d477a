package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/flows.md}: text by hand, and generated text between two comments with each flow's
 * name. With {@code -Dflows.update=true} a run writes the generated text.
 */
record FlowDocument(Path file, boolean update) {
  static final FlowDocument DOCUMENT =
      new FlowDocument(Path.of("docs", "flows.md"), Boolean.getBoolean("flows.update"));

  /** Compares the document with the story, or writes the story into it. */
  void check(String flow, String happened) {
    var text = text();
    var place = place(flow).matcher(text);
    assertThat(place.find()).as(file + " has a place for the flow " + flow).isTrue();
    if (update) {
      write(place.replaceFirst("$1" + Matcher.quoteReplacement("\n" + happened) + "$3"));
    } else {
      assertThat(place.group(2))
          .as(
              "%s on the flow %s; if it is the document that is wrong, run with"
                  + " -Dflows.update=true to rewrite it",
              file, flow)
          .isEqualTo("\n" + happened);
    }
  }

  /** The flows that have a place in the document. */
  Set<String> flows() {
    Set<String> flows = new TreeSet<>();
    var start = Pattern.compile("<!-- flow: (.*?) -->").matcher(text());
    while (start.find()) {
      flows.add(start.group(1));
    }
    return flows;
  }

  private static Pattern place(String flow) {
    return Pattern.compile(
        "(<!-- flow: %s -->\n)(.*?)(<!-- end of flow -->\n)".formatted(Pattern.quote(flow)),
        Pattern.DOTALL);
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
