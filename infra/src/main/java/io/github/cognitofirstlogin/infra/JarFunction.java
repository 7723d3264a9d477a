package io.github.cognitofirstlogin.infra;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A function out of the function jar; it may write its own log, and beyond that only what is named.
 * Whoever calls it calls the alias: only a published version starts from a snapshot.
 */
final class JarFunction extends Construct {
  /**
   * Only the quick compiler, which Lambda chooses itself for all but snapshots, and what bin/bench
   * runs; and no memory for addresses, nor for there being none, which would still be used long
   * after the snapshot.
   */
  private static final Map<String, String> JVM_OPTIONS =
      Map.of(
          "JAVA_TOOL_OPTIONS",
          "-XX:TieredStopAtLevel=1"
              + " -Dsun.net.inetaddr.ttl=0 -Dsun.net.inetaddr.negative.ttl=0");

  /**
   * What {@code bin/bench --memory 1024} measures; docs/performance.md has the figures and what
   * they cost. Processor time comes with memory.
   */
  private static final int MEMORY_MEGABYTES = 1024;

  private final LogGroup log;
  private final IFunction function;
  private final Alias live;
  private final KeepAlive keepAlive;

  JarFunction(Construct scope, String id, FunctionJar jar, Program program) {
    super(scope, id);
    log =
        LogGroup.Builder.create(this, "Logs")
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    var handler =
        Function.Builder.create(this, "Handler")
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .handler(program.handler().getName() + "::handleRequest")
            .code(Code.fromAsset(jar.path().toString()))
            .memorySize(MEMORY_MEGABYTES)
            .timeout(program.timeout())
            .role(role(program.permissions()))
            .logGroup(log)
            .loggingFormat(LoggingFormat.JSON)
            .environment(withJvmOptions(program.environment()))
            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
            .reservedConcurrentExecutions(program.reservedConcurrency().orElse(null))
            .build();
    Validations.of(handler)
        .acknowledge(
            Acknowledgment.builder()
                .id("Annotation::@aws-cdk/aws-lambda:snapStartRequirePublish")
                .reason("Each deployment publishes a version, and everybody calls it by the alias.")
                .build());
    function = handler;
    live =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(handler.getCurrentVersion())
            .build();
    keepAlive = new KeepAlive(this, "KeepAlive", live);
  }

  /**
   * What of the jar runs, for how long, how often at once, and with what; permissions by the name
   * of their policy.
   */
  record Program(
      Class<? extends RequestStreamHandler> handler,
      Duration timeout,
      Optional<Integer> reservedConcurrency,
      Map<String, String> environment,
      Map<String, PolicyStatement> permissions) {}

  /** The version that was deployed last. */
  IFunction live() {
    return live;
  }

  /** All its versions; Lambda's metrics and the function itself have its name. */
  IFunction function() {
    return function;
  }

  KeepAlive keepAlive() {
    return keepAlive;
  }

  ILogGroup log() {
    return log;
  }

  private static Map<String, String> withJvmOptions(Map<String, String> environment) {
    var variables = new LinkedHashMap<>(environment);
    variables.putAll(JVM_OPTIONS);
    EnvironmentSize.check(variables);
    return variables;
  }

  private Role role(Map<String, PolicyStatement> permissions) {
    var statements = new LinkedHashMap<>(permissions);
    statements.put(
        "WriteOwnLog",
        PolicyStatement.Builder.create()
            .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
            .resources(List.of(log.getLogGroupArn()))
            .build());
    var policies = new LinkedHashMap<String, PolicyDocument>();
    statements.forEach(
        (name, statement) ->
            policies.put(
                name, PolicyDocument.Builder.create().statements(List.of(statement)).build()));
    return Role.Builder.create(this, "Role")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(policies)
        .build();
  }
}
