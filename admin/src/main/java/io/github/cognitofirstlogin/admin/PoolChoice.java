package io.github.cognitofirstlogin.admin;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The user pool and its region. */
final class PoolChoice {
  private static final String USER_POOL_ID = "UserPoolId";
  private static final String USER_POOL_CLIENT_ID = "UserPoolClientId";

  @Option(
      names = "--user-pool-id",
      paramLabel = "ID",
      description = "The user pool. Or take it from the stack's outputs:")
  private @Nullable String userPoolId;

  @Option(
      names = "--outputs-file",
      paramLabel = "FILE",
      description = "What cdk deploy --outputs-file or bin/local --outputs-file wrote.")
  private @Nullable Path outputsFile;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack in the outputs file, where it holds several.")
  private @Nullable String stack;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Default: the one that the user pool's id begins with.")
  private @Nullable String region;

  PoolId pool() {
    if ((userPoolId == null) == (outputsFile == null)) {
      throw new Misuse("Name the user pool with either --user-pool-id or --outputs-file");
    }
    if (outputsFile != null) {
      return PoolId.parse(output(outputsFile, USER_POOL_ID));
    }
    if (stack != null) {
      throw new Misuse("--stack chooses a stack in an --outputs-file");
    }
    return PoolId.parse(String.valueOf(userPoolId));
  }

  /** The app client of the stack, if the outputs file names it. */
  Optional<String> client() {
    return Optional.ofNullable(outputsFile).map(file -> output(file, USER_POOL_CLIENT_ID));
  }

  String region(PoolId pool) {
    return region == null ? pool.region() : region;
  }

  private String output(Path file, String name) {
    return StackOutputs.read(file).only(name, Optional.ofNullable(stack));
  }
}
