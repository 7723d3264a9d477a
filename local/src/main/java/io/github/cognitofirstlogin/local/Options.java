package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.userpool.command.AllowedHosts;
import io.github.cognitofirstlogin.userpool.command.PortConverter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the command line. */
final class Options {

  static final String PORT = "--port";
  static final String USER_POOL_PORT = "--user-pool-port";

  @Option(
      names = PORT,
      paramLabel = "PORT",
      defaultValue = "8080",
      converter = PortConverter.class,
      description = "The port of the API; 0 takes any free port. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = USER_POOL_PORT,
      paramLabel = "PORT",
      defaultValue = "9229",
      converter = PortConverter.class,
      description = "The port of the user pool; 0 takes any free port. Default: ${DEFAULT-VALUE}")
  private int userPoolPort;

  @Mixin private final AllowedHosts allowedHosts = new AllowedHosts();

  @Option(
      names = {"-c", "--context"},
      paramLabel = "KEY=VALUE",
      converter = KeyValueConverter.class,
      description = "A configuration key of the stack, as for the CDK CLI. May be repeated.")
  private List<String> context = List.of();

  @Option(
      names = "--outputs-file",
      paramLabel = "FILE",
      description = "Write the stack's outputs to this file as JSON, as cdk deploy does.")
  private @Nullable Path outputsFile;

  int port() {
    return port;
  }

  int userPoolPort() {
    return userPoolPort;
  }

  List<String> allowedHosts() {
    return allowedHosts.names();
  }

  List<String> context() {
    return context;
  }

  Optional<Path> outputsFile() {
    return Optional.ofNullable(outputsFile);
  }
}
