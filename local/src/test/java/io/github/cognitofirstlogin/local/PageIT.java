package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The page of {@code web/} in a real browser, in both languages, with the running stack. A run
 * tells each story in one language or in both, and with {@code -Dwhole} in both.
 */
class PageIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyWayOfAFirstLoginCanBeFinishedInABrowser() throws Exception {
    var chromium = Chromium.required();
    try (var english = Stacks.start();
        var chinese = Stacks.start()) {
      var told =
          NodeScript.output(
              "page.mjs",
              JSON.writeValueAsString(
                  Map.of(
                      "chromium",
                      chromium,
                      "whole",
                      Whole.isAskedFor(),
                      "screenshots",
                      "target/screenshots",
                      "sites",
                      Map.of("en", english.sites(), "zh-Hant", chinese.sites()))));
      return StreamSupport.stream(JSON.readTree(told).spliterator(), false)
          .map(
              each ->
                  dynamicTest(
                      each.path("story").asText() + ", in " + each.path("language").asText(),
                      () -> assertThat(each.path("error").asText("")).isEmpty()));
    }
  }

  /** The stacks of one language's stories. */
  private record Stacks(List<RunningStack> running, Map<String, Map<String, String>> sites)
      implements AutoCloseable {

    private static Stacks start() throws Exception {
      var plain = stack(List.of());
      var strict =
          stack(List.of("mfa=required", "requiredAttributes=given_name,phone_number,birthdate"));
      return new Stacks(
          List.of(plain, strict),
          Map.of("plain", site(plain.start()), "strict", site(strict.start())));
    }

    private static RunningStack stack(List<String> context) {
      return RunningStack.of(
          new RunningStack.Request(Path.of(""), 0, 0, context),
          Map.of(),
          new WatchedLog(new ByteArrayOutputStream()));
    }

    @Override
    public void close() {
      running.forEach(RunningStack::close);
    }
  }

  private static Map<String, String> site(RunningStack.Report report) {
    var pool = PrintedPool.of(report);
    return Map.of(
        "url", report.apiUrl(),
        "poolUrl", pool.url(),
        "poolId", pool.id(),
        "controlUrl", pool.controlUrl());
  }
}
