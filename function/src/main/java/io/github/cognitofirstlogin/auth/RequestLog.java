package io.github.cognitofirstlogin.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.github.cognitofirstlogin.auth.cognito.Attempts;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.RequestMetric;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One JSON line for each request, which is a metric too (CloudWatch's embedded metric format, so
 * that no call to CloudWatch is made); everything in it is ours, nothing the user's.
 */
final class RequestLog {
  /** Bounded: there are as many functions, routes and codes as were deployed. */
  private static final List<List<String>> DIMENSIONS =
      List.of(RequestMetric.BY_CODE, RequestMetric.BY_ROUTE_AND_CODE);

  private static final List<Map<String, String>> METRICS = metrics();

  /** Not the caller's mistake, or not only that, although he is told so. */
  private static final Set<ErrorCode> WARNINGS =
      EnumSet.of(
          ErrorCode.BLOCKED,
          ErrorCode.CONFLICT,
          ErrorCode.MFA_METHOD_UNAVAILABLE,
          ErrorCode.REFRESH_TOKEN_REUSED,
          ErrorCode.TOKEN_TOO_LARGE);

  /** The caller's mistake, whatever the first digit says. */
  private static final int NOT_IMPLEMENTED = 501;

  private final LambdaLogger logger;
  private final String function;
  private final boolean coldStart;

  RequestLog(Context context, boolean coldStart) {
    this.coldStart = coldStart;
    this.logger = context.getLogger();
    this.function = context.getFunctionName();
  }

  void replied(String route, Reply reply, String requestId, long startNanos, Attempts attempts) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", level(reply).name());
    line.put(RequestMetric.ROUTE, route);
    line.put("status", reply.status());
    line.put(
        RequestMetric.CODE,
        reply.code().isPresent() ? reply.code().get().code() : RequestMetric.OK);
    line.put(RequestMetric.DURATION.metricName(), (System.nanoTime() - startNanos) / 1_000_000);
    line.put("attempts", attempts.sent());
    line.put("coldStart", coldStart);
    line.put("requestId", requestId);
    line.put(RequestMetric.FUNCTION, function);
    line.put(RequestMetric.REQUESTS.metricName(), 1);
    line.put("_aws", metric());
    write(line);
  }

  private static List<Map<String, String>> metrics() {
    List<Map<String, String>> metrics = new ArrayList<>();
    for (RequestMetric metric : RequestMetric.values()) {
      metrics.add(Map.of("Name", metric.metricName(), "Unit", metric.unit()));
    }
    return List.copyOf(metrics);
  }

  private static Map<String, Object> metric() {
    return Map.of(
        "Timestamp",
        System.currentTimeMillis(),
        "CloudWatchMetrics",
        List.of(
            Map.of(
                "Namespace",
                RequestMetric.NAMESPACE,
                "Dimensions",
                DIMENSIONS,
                "Metrics",
                METRICS)));
  }

  /** A fault of ours: where it happened, and not what it says, which may quote the request. */
  void failed(Throwable fault, String requestId) {
    StackTraceElement[] trace = fault.getStackTrace();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", LogLevel.ERROR.name());
    line.put("error", fault.getClass().getName());
    line.put("at", trace.length == 0 ? "" : trace[0].toString());
    line.put("requestId", requestId);
    write(line);
  }

  /**
   * The app client is not set up as the stack does it. Once for each instance is enough: every
   * mistyped name would say it again.
   */
  void userExistenceRevealed(String requestId) {
    write(note("user_existence_revealed", requestId));
  }

  /** No user can sign in, and the code alone does not tell the operator why. */
  void clientSecretNotReadable(String requestId) {
    Map<String, Object> line = note("client_secret_not_readable", requestId);
    line.put(
        "reason",
        "DescribeUserPoolClient answered no ClientSecret: the app client has no secret, or keeps it"
            + " in Secrets Manager, which this function does not read");
    write(line);
  }

  private static Map<String, Object> note(String note, String requestId) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", LogLevel.ERROR.name());
    line.put("note", note);
    line.put("requestId", requestId);
    return line;
  }

  private static LogLevel level(Reply reply) {
    if (reply.status() >= 500 && reply.status() != NOT_IMPLEMENTED) {
      return LogLevel.ERROR;
    }
    boolean warning =
        reply.status() == 429 || (reply.code().isPresent() && isWarning(reply.code().get()));
    return warning ? LogLevel.WARN : LogLevel.INFO;
  }

  /** What the caller is not told, or is told kindly, and an operator should look at. */
  private static boolean isWarning(ErrorCode code) {
    return WARNINGS.contains(code) || code.status() >= 500;
  }

  /** As bytes: a string would be wrapped into another JSON object by Lambda's logger. */
  private void write(Map<String, Object> line) {
    logger.log((Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
