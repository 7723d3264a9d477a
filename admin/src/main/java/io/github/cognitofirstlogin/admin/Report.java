package io.github.cognitofirstlogin.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results of a run: as text for people, as JSON for programs. */
record Report(PoolId pool, Mode mode, List<Result> results) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Refuses a path that cannot be written, before anything is done. */
  static void prepare(Path file) {
    try {
      var parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (Files.isDirectory(file) || (Files.exists(file) && !Files.isWritable(file))) {
        throw new Misuse("Cannot write " + file);
      }
    } catch (IOException e) {
      throw new Misuse("Cannot write " + file + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  boolean isGood() {
    return results.stream().allMatch(Result::isGood);
  }

  String text() {
    var text = new StringBuilder("User pool ").append(pool);
    if (mode.isDryRun()) {
      text.append(", dry run");
    }
    text.append(
        Arrays.stream(Result.Outcome.values())
            .filter(outcome -> count(outcome) > 0)
            .map(outcome -> count(outcome) + " " + outcome.words(mode))
            .collect(Collectors.joining(", ", ": ", "\n")));
    results.stream()
        .filter(result -> result.outcome() == Result.Outcome.FAILED)
        .forEach(result -> text.append(result.line(mode)).append('\n'));
    return text.toString();
  }

  void write(Path file) throws IOException {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("userPoolId", pool.value()).put("dryRun", mode.isDryRun());
    var counts = json.putObject("counts");
    for (var outcome : Result.Outcome.values()) {
      counts.put(name(outcome), count(outcome));
    }
    var users = json.putArray("users");
    for (var result : results) {
      users
          .addObject()
          .put("username", result.username())
          .put("outcome", name(result.outcome()))
          .put("detail", result.detail());
    }
    Files.writeString(file, JSON.writeValueAsString(json) + "\n");
  }

  private long count(Result.Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  private static String name(Result.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
