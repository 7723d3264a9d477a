package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.leaks.Watch;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the alarms of the template with the metrics of the running function, because an alarm on
 * a metric without data is never raised.
 */
class AlarmsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicReference<Template> TEMPLATE = new AtomicReference<>();
  private static final Queue<String> LOG = new ConcurrentLinkedQueue<>();
  private static InspectedStack stack;

  @BeforeAll
  static void start() throws Exception {
    stack = InspectedStack.of(Path.of("")).change(TEMPLATE::set).log(AlarmsIT::logged).start();
    var login =
        HttpRequest.newBuilder(URI.create(stack.apiUrl() + "/login"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"nobody\",\"password\":\"wrong\"}"))
            .build();
    HttpClient.newHttpClient().send(login, BodyHandlers.discarding());
  }

  private static void logged(String line) {
    LOG.add(line);
    Watch.current().logged(line);
  }

  @AfterAll
  static void close() {
    stack.close();
  }

  @Test
  void eachAlarmOfOursIsOnAMetricThatTheLogLineSends() throws Exception {
    var line = line();
    var sent = line.at("/_aws/CloudWatchMetrics/0");

    assertThat(ourAlarms())
        .isNotEmpty()
        .allSatisfy(
            alarm -> {
              assertThat(alarm.get("Namespace")).isEqualTo(sent.get("Namespace"));
              assertThat(sent.get("Metrics").findValuesAsText("Name"))
                  .contains(alarm.get("MetricName").asText());
              assertThat(sent.get("Dimensions"))
                  .anySatisfy(
                      names -> assertThat(set(names)).isEqualTo(dimensions(alarm).keySet()));
            });
  }

  @Test
  void eachAlarmOfOursIsForTheFunctionThatLogs() throws Exception {
    var function = line().get("function").asText();

    assertThat(ourAlarms())
        .allSatisfy(
            alarm ->
                assertThat(dimensions(alarm).get("function").path("Ref").asText())
                    .isEqualTo(function));
  }

  @Test
  void eachFieldOfASavedQueryIsInALogLine() throws Exception {
    var known = new HashSet<>(Set.of("error", "at", "level", "note", "type"));
    line().fieldNames().forEachRemaining(known::add);
    var accessLog =
        TEMPLATE
            .get()
            .onlyResource("AWS::ApiGatewayV2::Stage")
            .properties()
            .path("AccessLogSettings");
    JSON.readTree(accessLog.path("Format").asText()).fieldNames().forEachRemaining(known::add);

    assertThat(TEMPLATE.get().resources("AWS::Logs::QueryDefinition"))
        .isNotEmpty()
        .allSatisfy(
            query ->
                assertThat(known)
                    .containsAll(fields(query.properties().path("QueryString").asText())));
  }

  /**
   * The fields of {@code fields a, b}, {@code filter a =} and {@code by a, b}, without the fields
   * that Lambda or Insights adds.
   */
  private static List<String> fields(String query) {
    var fields = new ArrayList<String>();
    var places = Pattern.compile("fields (.*)|filter (\\w+)|pct\\((\\w+)|by (.*)").matcher(query);
    while (places.find()) {
      for (var group = 1; group <= places.groupCount(); group++) {
        if (places.group(group) != null) {
          fields.addAll(List.of(places.group(group).split(", ")));
        }
      }
    }
    fields.removeIf(field -> field.startsWith("@") || field.startsWith("record."));
    return fields;
  }

  private static JsonNode line() throws Exception {
    for (var line : LOG) {
      var json = line.startsWith("{") ? JSON.readTree(line) : JSON.createObjectNode();
      if (json.has("_aws")) {
        return json;
      }
    }
    throw new AssertionError("no line with metrics in " + LOG);
  }

  private static List<JsonNode> ourAlarms() {
    var alarms = new ArrayList<JsonNode>();
    for (var alarm : TEMPLATE.get().resources("AWS::CloudWatch::Alarm")) {
      if (!alarm.properties().path("Namespace").asText().startsWith("AWS/")) {
        alarms.add(alarm.properties());
      }
    }
    return alarms;
  }

  private static Map<String, JsonNode> dimensions(JsonNode alarm) {
    var dimensions = new HashMap<String, JsonNode>();
    alarm
        .get("Dimensions")
        .forEach(each -> dimensions.put(each.get("Name").asText(), each.get("Value")));
    return dimensions;
  }

  private static Set<String> set(JsonNode texts) {
    var set = new HashSet<String>();
    texts.forEach(text -> set.add(text.asText()));
    return set;
  }
}
