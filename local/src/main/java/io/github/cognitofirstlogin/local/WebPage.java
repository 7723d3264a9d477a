package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Serves the page in {@code web/} if the page and the API share a host. The server reads the files
 * for each request, so that a reload shows an edit.
 */
final class WebPage {

  private static final String INDEX = "index.html";
  private static final String CONFIGURATION = "/config.json";

  /**
   * No part of a path may begin with a dot, because dot-files describe the page and are not part of
   * it.
   */
  private static final Pattern PATH = Pattern.compile("/([\\w-][\\w.-]*/)*([\\w-][\\w.-]*)?");

  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "png", "image/png",
          "svg", "image/svg+xml");

  private final Path directory;
  private final String configuration;

  WebPage(Path root, HttpApi api) {
    this.directory = root.resolve("web");
    var json = JsonNodeFactory.instance.objectNode().put("api", "");
    SampleRoute.path(api).ifPresent(path -> json.put("sample", path));
    this.configuration = json.toString();
  }

  /** A note for the user of the local run. */
  static String note(String apiUrl) {
    return "Open %s/ for the page.".formatted(apiUrl);
  }

  /** Empty if there is no such file. */
  Optional<Response> answer(Request request) {
    var path = request.target().split("\\?", 2)[0];
    if (!METHODS.contains(request.method()) || !PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    if (path.equals(CONFIGURATION)) {
      var content = configuration.getBytes(StandardCharsets.UTF_8);
      return Optional.of(response(request, "application/json", content));
    }
    var file =
        directory.resolve(path.endsWith("/") ? path.substring(1) + INDEX : path.substring(1));
    var name = file.toString();
    return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
        .filter(type -> Files.isRegularFile(file))
        .map(type -> response(request, type, content(file)));
  }

  private Response response(Request request, String type, byte[] content) {
    var tag = "\"" + hash(content) + "\"";
    var isKnown = request.header("if-none-match").filter(tag::equals).isPresent();
    var response = Response.of(isKnown ? 304 : 200).with("etag", tag);
    for (var header : headers().entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    response = response.with("cache-control", "no-cache");
    if (isKnown) {
      return response;
    }
    response = response.with("content-type", type);
    return request.method().equals("HEAD")
        ? response.with("content-length", Integer.toString(content.length))
        : response.withBody(content);
  }

  /** The same headers as in a deployment. */
  private Map<String, String> headers() {
    try {
      return new ObjectMapper()
          .readValue(
              content(directory.resolve(".headers.json")),
              new TypeReference<TreeMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
