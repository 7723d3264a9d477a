package io.github.cognitofirstlogin.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The settings of a deployed function. */
public record FunctionSettings(
    String name,
    String arn,
    Path code,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    Map<String, String> environment) {

  /** The deployed variables and those that Lambda itself sets. */
  Map<String, String> completeEnvironment(String region) {
    var complete = new HashMap<>(environment);
    complete.put("AWS_REGION", region);
    complete.put("AWS_DEFAULT_REGION", region);
    complete.put("AWS_LAMBDA_FUNCTION_NAME", name);
    complete.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    complete.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(memoryMegabytes));
    complete.put("_HANDLER", handler);
    // Credentials of a role, as Lambda sets them. This machine does not check signatures.
    complete.put("AWS_ACCESS_KEY_ID", "local");
    complete.put("AWS_SECRET_ACCESS_KEY", "local");
    complete.put("AWS_SESSION_TOKEN", "local");
    return Map.copyOf(complete);
  }

  /** The environment may contain a client secret. */
  @Override
  public String toString() {
    return "FunctionSettings[" + name + ", redacted]";
  }
}
