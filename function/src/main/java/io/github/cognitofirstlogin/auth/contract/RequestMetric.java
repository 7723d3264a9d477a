package io.github.cognitofirstlogin.auth.contract;

import java.util.List;

/**
 * The metrics in the function's log line for each request, under the names by which alarms and
 * dashboards look for them: a metric of another name is none.
 */
public enum RequestMetric {
  REQUESTS("requests", "Count"),
  DURATION("durationMillis", "Milliseconds");

  public static final String NAMESPACE = "CognitoFirstLogin";

  /** A dimension: the function's name, as Lambda has it. */
  public static final String FUNCTION = "function";

  /** A dimension: the route's key. */
  public static final String ROUTE = "route";

  /** A dimension: an {@link ErrorCode}'s code, or {@link #OK}. */
  public static final String CODE = "code";

  /** The code of a request that ended well. */
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

  /** In CloudWatch's words. */
  public String unit() {
    return unit;
  }
}
