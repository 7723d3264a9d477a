package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.RequestMetric;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.SearchExpression;

/** The metrics that CloudWatch makes from the log lines of one function. */
record RequestMetrics(String functionName) {
  private static final Duration PERIOD = Duration.minutes(5);

  /** The number of requests that ended with this code. */
  IMetric requests(ErrorCode code) {
    return Metric.Builder.create()
        .namespace(RequestMetric.NAMESPACE)
        .metricName(RequestMetric.REQUESTS.metricName())
        .dimensionsMap(
            Map.of(RequestMetric.FUNCTION, functionName, RequestMetric.CODE, code.code()))
        .statistic("Sum")
        .period(PERIOD)
        .build();
  }

  /** One line for each code that occurred. */
  IMetric requestsByCode() {
    return search(RequestMetric.BY_CODE, RequestMetric.REQUESTS, "", "Sum");
  }

  /** One line for each route: the duration of successful requests at this percentile. */
  IMetric durationByRoute(String percentile) {
    return search(
        RequestMetric.BY_ROUTE_AND_CODE,
        RequestMetric.DURATION,
        " %s=\"%s\"".formatted(RequestMetric.CODE, RequestMetric.OK),
        percentile);
  }

  private IMetric search(
      List<String> dimensions, RequestMetric metric, String condition, String statistic) {
    return SearchExpression.Builder.create()
        .expression(
            "SEARCH('{%s,%s} MetricName=\"%s\" %s=\"%s\"%s', '%s', %s)"
                .formatted(
                    RequestMetric.NAMESPACE,
                    String.join(",", dimensions),
                    metric.metricName(),
                    RequestMetric.FUNCTION,
                    functionName,
                    condition,
                    statistic,
                    PERIOD.toSeconds()))
        // Empty, so that each line's label is only the difference from the other lines.
        .label("")
        .period(PERIOD)
        .build();
  }
}
