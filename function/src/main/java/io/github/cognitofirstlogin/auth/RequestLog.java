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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes one JSON line for each request. The line is also a metric: CloudWatch's embedded metric
 * format needs no call of CloudWatch. No value of the line comes from the user.
 */
final class RequestLog {
  /** The number of metrics is bounded by the deployed functions, routes and codes. */
  private static final List<List<String>> DIMENSIONS =
      List.of(RequestMetric.BY_CODE, RequestMetric.BY_ROUTE_AND_CODE);

  private static final List<Map<String, String>> METRICS =
      Arrays.stream(RequestMetric.values())
          .map(metric -> Map.of("Name", metric.metricName(), "Unit", metric.unit()))
          .toList();

  /** Codes that need a warning although their status names a mistake of the caller. */
  private static final Set<ErrorCode> WARNINGS =
      EnumSet.of(
          ErrorCode.BLOCKED,
          ErrorCode.CONFLICT,
          ErrorCode.MFA_METHOD_UNAVAILABLE,
          ErrorCode.REFRESH_TOKEN_REUSED,
          ErrorCode.TOKEN_TOO_LARGE);

  /** The caller's mistake, although the status is a 5xx. */
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
    line.put(RequestMetric.CODE, reply.code().map(ErrorCode::code).orElse(RequestMetric.OK));
    line.put(RequestMetric.DURATION.metricName(), (System.nanoTime() - startNanos) / 1_000_000);
    line.put("attempts", attempts.sent());
    line.put("coldStart", coldStart);
    line.put("requestId", requestId);
    line.put(RequestMetric.FUNCTION, function);
    line.put(RequestMetric.REQUESTS.metricName(), 1);
    line.put("_aws", metric());
    write(line);
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

  /**
   * Logs a fault of the function with its class and place. The text of the fault may quote the
   * request, so it is left out.
   */
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
   * Logs that the app client is not configured as the stack configures it. Each instance logs this
   * once, because every mistyped user name would log it again.
   */
  void userExistenceRevealed(String requestId) {
    write(note("user_existence_revealed", requestId));
  }

  /** Logs why no user can sign in, because the code alone does not say it. */
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
        reply.status() == 429 || reply.code().filter(RequestLog::isWarning).isPresent();
    return warning ? LogLevel.WARN : LogLevel.INFO;
  }

  /** Codes that an operator should look at, because the caller reads another reason or none. */
  private static boolean isWarning(ErrorCode code) {
    return WARNINGS.contains(code) || code.status() >= 500;
  }

  /** Bytes, because Lambda's logger would wrap a string into another JSON object. */
  private void write(Map<String, Object> line) {
    logger.log((Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
