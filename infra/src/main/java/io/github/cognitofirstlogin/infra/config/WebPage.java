package io.github.cognitofirstlogin.infra.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of the page, and their response headers. */
public record WebPage(Path directory, Map<String, String> headers) {
  /** The file is in the same directory, but dot-files are not part of the page. */
  private static final String HEADERS = ".headers.json";

  /** The page for a front door, if there is one. */
  public static Optional<WebPage> of(Hosts hosts, Path directory) {
    return hosts.frontDoor().map(door -> in(directory));
  }

  public static WebPage in(Path directory) {
    if (!Files.isRegularFile(directory.resolve("index.html"))) {
      throw refused("%s has no index.html".formatted(directory));
    }
    try {
      return new WebPage(
          directory,
          new ObjectMapper()
              .readValue(
                  directory.resolve(HEADERS).toFile(),
                  new TypeReference<LinkedHashMap<String, String>>() {}));
    } catch (IOException e) {
      throw refused(
          "%s must be a JSON object of response headers".formatted(directory.resolve(HEADERS)));
    }
  }

  private static SynthesisRefused refused(String why) {
    return new SynthesisRefused(
        names -> "%s needs a page, but %s".formatted(names.of(ContextKey.FRONT_DOOR), why));
  }
}
