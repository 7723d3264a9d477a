package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.constructs.Construct;

/** The dashboard: alarms, numbers of requests, durations, and Cognito's refusals. */
final class Overview extends Construct {
  /** Failures of Cognito that users did not cause. */
  private static final List<ErrorCode> OF_COGNITO =
      List.of(
          ErrorCode.OUTCOME_UNKNOWN,
          ErrorCode.UPSTREAM_ERROR,
          ErrorCode.UPSTREAM_TIMEOUT,
          ErrorCode.UPSTREAM_UNAVAILABLE,
          ErrorCode.TOO_MANY_REQUESTS,
          ErrorCode.ATTEMPT_LIMIT,
          ErrorCode.CODE_DELIVERY_FAILED,
          ErrorCode.SERVICE_MISCONFIGURED);

  private static final int WHOLE_ROW = 24;

  Overview(Construct scope, String id, Watched watched, List<IAlarm> alarms) {
    super(scope, id);
    var requests = new RequestMetrics(watched.function().function().getFunctionName());
    Dashboard.Builder.create(this, "Dashboard")
        .widgets(
            List.of(
                List.<IWidget>of(
                    AlarmStatusWidget.Builder.create().alarms(alarms).width(WHOLE_ROW).build()),
                List.<IWidget>of(
                    graph("Requests by code", requests.requestsByCode()),
                    graph(
                        "API",
                        Stream.of("Count", "4xx", "5xx")
                            .map(name -> ServiceMetrics.of(watched.api(), name, "Sum")))),
                List.<IWidget>of(
                    graph(
                        "Latency of the API (ms)",
                        Stream.of("p50", "p99")
                            .map(each -> ServiceMetrics.of(watched.api(), "Latency", each))),
                    graph("Duration by route, p50 (ms)", requests.durationByRoute("p50")),
                    graph("Duration by route, p99 (ms)", requests.durationByRoute("p99"))),
                List.<IWidget>of(
                    graph("Outcomes at Cognito", OF_COGNITO.stream().map(requests::requests)),
                    graph("Function", ofFunction(watched.function())),
                    graph("Authorizer", ofFunction(watched.authorizer())))))
        .build();
  }

  private static Stream<IMetric> ofFunction(JarFunction function) {
    return Stream.of(
        ServiceMetrics.of(function, "Errors", "Sum"),
        ServiceMetrics.of(function, "Throttles", "Sum"),
        ServiceMetrics.of(function, "ConcurrentExecutions", "Maximum"));
  }

  private static GraphWidget graph(String title, IMetric metric) {
    return graph(title, Stream.of(metric));
  }

  private static GraphWidget graph(String title, Stream<IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).left(metrics.toList()).width(8).build();
  }
}
