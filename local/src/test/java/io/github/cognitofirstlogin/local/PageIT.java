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

/** The page of {@code web/} in a real browser, in both languages, before the running stack. */
class PageIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyWayOfAFirstLoginCanBeFinishedInABrowser() throws Exception {
    var chromium = Chromium.required();
    var plain = stack(List.of());
    var strict =
        stack(List.of("mfa=required", "requiredAttributes=given_name,phone_number,birthdate"));
    try (plain;
        strict) {
      var told =
          NodeScript.output(
              "page.mjs",
              JSON.writeValueAsString(
                  Map.of(
                      "chromium",
                      chromium,
                      "screenshots",
                      "target/screenshots",
                      "sites",
                      Map.of("plain", site(plain.start()), "strict", site(strict.start())))));
      return StreamSupport.stream(JSON.readTree(told).spliterator(), false)
          .map(
              each ->
                  dynamicTest(
                      each.path("story").asText() + ", in " + each.path("language").asText(),
                      () -> assertThat(each.path("error").asText("")).isEmpty()));
    }
  }

  private static RunningStack stack(List<String> context) {
    return RunningStack.of(
        new RunningStack.Request(Path.of(""), 0, 0, context),
        Map.of(),
        new WatchedLog(new ByteArrayOutputStream()));
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
