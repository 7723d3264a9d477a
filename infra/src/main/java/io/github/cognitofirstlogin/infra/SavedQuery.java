package io.github.cognitofirstlogin.infra;

import java.util.List;

/** The queries of the runbook for CloudWatch Logs Insights. */
enum SavedQuery {
  /** For the {@code requestId} of an error that a user reports. */
  ONE_REQUEST(
      "One request",
      """
      fields @timestamp, route, status, code, attempts, durationMillis, error, at, sourceIp, routeKey, integrationError
      | filter requestId = "PASTE THE REQUEST ID"
      | sort @timestamp asc
      """) {
    @Override
    List<String> logGroupNames(Watched watched) {
      return List.of(
          watched.function().log().getLogGroupName(), watched.api().log().getLogGroupName());
    }
  },
  ONE_CODE(
      "One code",
      """
      fields @timestamp, route, status, requestId, attempts, durationMillis
      | filter code = "outcome_unknown"
      | sort @timestamp desc
      | limit 200
      """),
  REQUESTS_BY_CODE(
      "Requests by code",
      """
      stats count(*) as calls, pct(durationMillis, 50) as p50, pct(durationMillis, 99) as p99 by code, route
      | sort calls desc
      """),
  FAULTS(
      "Faults",
      """
      fields @timestamp, route, code, requestId, error, at, note, @message
      | filter level = "ERROR" or record.status in ["error", "timeout"]
      | sort @timestamp desc
      | limit 200
      """) {
    @Override
    List<String> logGroupNames(Watched watched) {
      return List.of(
          watched.function().log().getLogGroupName(), watched.authorizer().log().getLogGroupName());
    }
  },
  FUNCTION_REPORTS(
      "Function reports",
      """
      fields @timestamp, record.status, record.metrics.durationMs, record.metrics.initDurationMs, record.metrics.maxMemoryUsedMB
      | filter type = "platform.report"
      | sort record.metrics.durationMs desc
      | limit 200
      """) {
    @Override
    List<String> logGroupNames(Watched watched) {
      return List.of(
          watched.function().log().getLogGroupName(), watched.authorizer().log().getLogGroupName());
    }
  },
  /** Password guessing comes from few addresses. */
  REFUSALS_BY_ADDRESS(
      "Refusals by address",
      """
      filter status >= 400 and status < 500
      | stats count(*) as calls by sourceIp, routeKey, status
      | sort calls desc
      | limit 100
      """) {
    @Override
    List<String> logGroupNames(Watched watched) {
      return List.of(watched.api().log().getLogGroupName());
    }
  };

  private final String title;
  private final String text;

  SavedQuery(String title, String text) {
    this.title = title;
    this.text = text.stripTrailing();
  }

  /** The query's name in the runbook. */
  String title() {
    return title;
  }

  String text() {
    return text;
  }

  /** The log groups of the query. */
  List<String> logGroupNames(Watched watched) {
    return List.of(watched.function().log().getLogGroupName());
  }
}
