package io.github.cognitofirstlogin.auth.contract;

import java.util.List;

/**
 * The metrics in the function's log line for each request. Alarms and dashboards use the same
 * names, because a metric with another name would have no data.
 */
public enum RequestMetric {
  REQUESTS("requests", "Count"),
  DURATION("durationMillis", "Milliseconds");

  public static final String NAMESPACE = "CognitoFirstLogin";

  /** A dimension: the function's name in Lambda. */
  public static final String FUNCTION = "function";

  /** A dimension: the route's key. */
  public static final String ROUTE = "route";

  /** A dimension: an {@link ErrorCode}'s code, or {@link #OK}. */
  public static final String CODE = "code";

  /** The code of a request that succeeded. */
  public static final String OK = "ok";

  public static final List<String> BY_CODE = List.of(FUNCTION, CODE);
  public static final List<String> BY_ROUTE_AND_CODE = List.of(FUNCTION, ROUTE, CODE);

  private final String metricName;
  private final String unit;

  RequestMetric(String metricName, String unit) {
    this.metricName = metricName;
    this.unit = unit;
  }

  public String metricName() {
    return metricName;
  }

  /** The unit's name in CloudWatch. */
  public String unit() {
    return unit;
  }
}
