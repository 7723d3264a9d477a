package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Each link between the documents leads to a file and a heading that exist, as GitHub reads them.
 */
class DocumentLinksTest {
  private static final Pattern LINK = Pattern.compile("(?<!`)\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?sm)^```.*?^```$");

  @Test
  void eachRelativeLinkLeadsToAFileAndToAHeadingInIt() throws IOException {
    var broken = new ArrayList<String>();
    var links = 0;
    for (var document : Documents.all()) {
      for (var link :
          LINK.matcher(textOf(document)).results().map(each -> each.group(1)).toList()) {
        if (link.matches("[a-z]+:.*")) {
          continue;
        }
        links++;
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target) || parts.length == 2 && !anchors(target).contains(parts[1])) {
          broken.add(document + ": " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(20);
  }

  @Test
  void indexOfTheDocumentsLinksToEachOfThem() throws IOException {
    var index = Path.of("docs", "README.md");
    try (var files = Files.list(Path.of("docs"))) {
      assertThat(
              files
                  .filter(file -> file.toString().matches(".*\\.(md|yaml)"))
                  .filter(file -> !file.equals(index))
                  .map(file -> "(" + file.getFileName() + ")"))
          .hasSizeGreaterThan(10)
          .allSatisfy(link -> assertThat(textOf(index)).contains(link));
    }
  }

  private static String textOf(Path document) throws IOException {
    return CODE.matcher(Files.readString(document)).replaceAll("");
  }

  /**
   * A heading's text in lower case without punctuation, spaces as hyphens; repeats are numbered.
   */
  private static Set<String> anchors(Path document) throws IOException {
    var anchors = new HashSet<String>();
    var seen = new HashMap<String, Integer>();
    for (var line : textOf(document).lines().filter(each -> each.startsWith("#")).toList()) {
      var anchor =
          line.replaceFirst("^#+ ", "")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-');
      var repeats = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(repeats == 0 ? anchor : anchor + "-" + repeats);
    }
    return anchors;
  }
}
