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
 * A Lambda function from the function jar. It may write its own log, and needs a named permission
 * for anything else. Callers call the alias, because only a published version starts from a
 * snapshot.
 */
final class JarFunction extends Construct {
  /**
   * Only the C1 compiler, which Lambda itself sets for functions without a snapshot. The JVM caches
   * no address and no failed look-up, because both would outlive the snapshot.
   */
  private static final Map<String, String> JVM_OPTIONS =
      Map.of(
          "JAVA_TOOL_OPTIONS",
          "-XX:TieredStopAtLevel=1"
              + " -Dsun.net.inetaddr.ttl=0 -Dsun.net.inetaddr.negative.ttl=0");

  /**
   * The memory size of {@code bin/bench --memory 1024}; docs/performance.md has its figures and
   * costs. Lambda gives CPU share in proportion to memory.
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
   * The handler, the timeout, the concurrency, the environment, and the permissions by the names of
   * their policies.
   */
  record Program(
      Class<? extends RequestStreamHandler> handler,
      Duration timeout,
      Optional<Integer> reservedConcurrency,
      Map<String, String> environment,
      Map<String, PolicyStatement> permissions) {}

  /** The version of the last deployment. */
  IFunction live() {
    return live;
  }

  /** All versions of the function. Lambda's metrics and the function's log use its name. */
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
