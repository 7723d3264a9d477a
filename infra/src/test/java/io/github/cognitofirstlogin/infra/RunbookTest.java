package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares docs/operations.md with the codes, the alarms and the saved queries. */
class RunbookTest {
  private static final Pattern NAMED_QUERY = Pattern.compile("(?<!\\*)\\*([A-Z][a-z ]+)\\*(?!\\*)");

  @Test
  void eachCodeHasASectionAndNoOther() throws IOException {
    assertThat(runbook().keySet().stream().filter(heading -> heading.matches("[a-z_]+")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
  }

  @Test
  void eachSectionHasMeaningAffectedUsersRemedyAndQuery() throws IOException {
    assertThat(runbook())
        .allSatisfy(
            (code, text) ->
                assertThat(text)
                    .containsSubsequence("**Means:**", "**Affected:**", "**Do:**", "**Query:**"));
  }

  @Test
  void eachSectionsStatusIsTheCodes() throws IOException {
    var sections = runbook();

    assertThat(ErrorCode.values())
        .allSatisfy(
            code ->
                assertThat(Pattern.compile("[^.]*").matcher(sections.get(code.code())).results())
                    .first()
                    .extracting(MatchResult::group)
                    .asString()
                    .contains(
                        Integer.toString(code.status()), Integer.toString(code.signInStatus())));
  }

  @Test
  void eachQueryOfTheRunbookIsSavedAndEachSavedOneIsExplained() throws IOException {
    var saved = Stream.of(SavedQuery.values()).map(SavedQuery::title).toList();

    assertThat(runbook())
        .allSatisfy(
            (code, text) ->
                assertThat(queries(text.substring(text.indexOf("**Query:**"))))
                    .isNotEmpty()
                    .isSubsetOf(saved));
    assertThat(document()).contains(saved.stream().map("| *%s* |"::formatted).toList());
  }

  @Test
  void eachAlarmLeadsToItsSection() throws IOException {
    var anchors =
        runbook().keySet().stream()
            .map(heading -> "docs/operations.md#" + heading.toLowerCase().replace(' ', '-'))
            .toList();

    assertThat(Synthesized.plain().all("AWS::CloudWatch::Alarm").values())
        .isNotEmpty()
        .extracting(alarm -> alarm.at("/Properties/AlarmDescription").asText())
        .allSatisfy(
            description -> assertThat(description.replaceAll(".*Runbook: ", "")).isIn(anchors));
  }

  @Test
  void eachAlarmIsInTheTableWithItsThresholdUrgencyAndSection() throws IOException {
    var table = alarmTable();
    var alarms = alarms();

    assertThat(table).containsOnlyKeys(alarms.keySet());
    assertThat(alarms)
        .allSatisfy(
            (name, alarm) -> {
              var row = table.get(name);
              var description = alarm.get("AlarmDescription").asText();
              assertThat(row.raisedBy()).matches(raisedBy(alarm));
              assertThat(row.urgency()).isEqualTo(description.replaceAll(":.*", "").toLowerCase());
              assertThat(row.section())
                  .endsWith("](" + description.replaceAll(".*operations[.]md", "") + ")");
            });
  }

  /** A row of the table of alarms. */
  private record Row(String raisedBy, String urgency, String section) {}

  /** The rows of the table of alarms; a row may be about two alarms. */
  private static Map<String, Row> alarmTable() throws IOException {
    var table = new LinkedHashMap<String, Row>();
    for (var line : document().lines().filter(each -> each.startsWith("| `")).toList()) {
      var cells = line.split(" *[|] *");
      for (var name : cells[1].split(", ")) {
        table.put(name.replace("`", ""), new Row(cells[2], cells[3], cells[4]));
      }
    }
    return table;
  }

  private static Map<String, JsonNode> alarms() {
    var alarms = new LinkedHashMap<String, JsonNode>();
    Synthesized.plain()
        .all("AWS::CloudWatch::Alarm")
        .forEach(
            (id, alarm) ->
                alarms.put(
                    id.replaceAll("^MonitoringAlarms|[0-9A-F]{8}$", ""), alarm.get("Properties")));
    return alarms;
  }

  /** The text for a number of requests or calls, or for one long call. */
  private static String raisedBy(JsonNode alarm) {
    var threshold = alarm.get("Threshold").asInt();
    return alarm.get("Statistic").asText().equals("Sum")
        ? "%d (request|call)s?( that .*)?".formatted(threshold)
        : "1 call of %s s"
            .formatted(BigDecimal.valueOf(threshold, 3).stripTrailingZeros().toPlainString());
  }

  private static List<String> queries(String text) {
    return NAMED_QUERY.matcher(text.replace('\n', ' ')).results().map(m -> m.group(1)).toList();
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("docs", "operations.md"));
  }

  /** The runbook's sections by their headings. */
  private static Map<String, String> runbook() throws IOException {
    var sections = new LinkedHashMap<String, String>();
    var runbook = document().split("\n## Runbook\n")[1].split("\n## ")[0];
    for (var section : runbook.split("\n### ")) {
      var parts = section.split("\n", 2);
      if (!parts[0].isEmpty()) {
        sections.put(parts[0], parts[1].strip());
      }
    }
    return sections;
  }
}
