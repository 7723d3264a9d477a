package io.github.cognitofirstlogin.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** The metrics that Lambda, EventBridge and API Gateway publish themselves. */
final class ServiceMetrics {
  private static final Duration PERIOD = Duration.minutes(5);

  private ServiceMetrics() {}

  /** The metric of all versions and aliases of the function together. */
  static IMetric of(JarFunction function, String metricName, String statistic) {
    return metric(
        "AWS/Lambda",
        metricName,
        Map.of("FunctionName", function.function().getFunctionName()),
        statistic);
  }

  static IMetric of(KeepAlive keepAlive, String metricName, String statistic) {
    return metric("AWS/Events", metricName, Map.of("RuleName", keepAlive.ruleName()), statistic);
  }

  static IMetric of(AuthApi api, String metricName, String statistic) {
    return metric("AWS/ApiGateway", metricName, Map.of("ApiId", api.http().getApiId()), statistic);
  }

  private static IMetric metric(
      String namespace, String metricName, Map<String, String> dimensions, String statistic) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(metricName)
        .dimensionsMap(dimensions)
        .statistic(statistic)
        .period(PERIOD)
        .build();
  }
}
