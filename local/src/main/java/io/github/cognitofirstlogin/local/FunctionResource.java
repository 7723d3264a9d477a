package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.local.lambda.FunctionSettings;
import io.github.cognitofirstlogin.local.template.CloudAssembly;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Resource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An {@code AWS::Lambda::Function} of the template that can run here. */
final class FunctionResource {

  private static final int DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int DEFAULT_MEMORY_MEGABYTES = 128;

  private FunctionResource() {}

  /** An override replaces the template's variable. */
  static FunctionSettings settings(
      CloudAssembly assembly,
      Resolver resolver,
      Resource function,
      Map<String, String> override,
      UnaryOperator<String> value) {
    var environment = new HashMap<String, String>();
    resolver
        .property(function, "Environment")
        .path("Variables")
        .properties()
        .forEach(
            variable ->
                environment.put(variable.getKey(), value.apply(variable.getValue().asText())));
    environment.putAll(override);
    return new FunctionSettings(
        function.logicalId(),
        resolver.attribute(function, "Arn"),
        assembly.asset(resolver.property(function, "Code").path("S3Key").asText()),
        resolver.property(function, "Handler").asText(),
        Duration.ofSeconds(resolver.property(function, "Timeout").asInt(DEFAULT_TIMEOUT_SECONDS)),
        resolver.property(function, "MemorySize").asInt(DEFAULT_MEMORY_MEGABYTES),
        Map.copyOf(environment));
  }
}
