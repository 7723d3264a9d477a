package io.github.cognitofirstlogin.local.distribution;

import io.github.cognitofirstlogin.userpool.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A private bucket: directories that were copied into it in order, so that a later file replaces an
 * earlier one.
 */
public record FilesOrigin(
    List<Path> directories, String defaultRootObject, Map<String, String> headers)
    implements Origin {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css",
          "html", "text/html",
          "js", "text/javascript",
          "json", "application/json",
          "svg", "image/svg+xml",
          "txt", "text/plain");

  /** S3's answer for a missing file if the caller may not list the bucket. */
  private static final String DENIED =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code></Error>";

  public FilesOrigin {
    directories = List.copyOf(directories);
    headers = Map.copyOf(headers);
  }

  Response response(String path, String method) {
    var name = path.equals("/") ? defaultRootObject : path.substring(1);
    var reply =
        file(name)
            .map(file -> Response.of(200).with("content-type", type(name)).withBody(read(file)))
            .orElseGet(
                () ->
                    Response.of(403)
                        .with("content-type", "application/xml")
                        .withBody(DENIED.getBytes(StandardCharsets.UTF_8)));
    for (var header : headers.entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return method.equals("HEAD")
        ? reply.with("Content-Length", String.valueOf(reply.body().length)).withBody(new byte[0])
        : reply;
  }

  /** A key of a bucket is a text and not a path, so it cannot leave a directory. */
  private Optional<Path> file(String name) {
    if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")) {
      return Optional.empty();
    }
    return directories.stream()
        .map(directory -> directory.resolve(name))
        .filter(Files::isRegularFile)
        .reduce((earlier, later) -> later);
  }

  private static String type(String name) {
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
