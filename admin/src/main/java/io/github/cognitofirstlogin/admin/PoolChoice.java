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
      description = "The user pool. Alternatively, take it from the stack's outputs:")
  private @Nullable String userPoolId;

  @Option(
      names = "--outputs-file",
      paramLabel = "FILE",
      description = "The file that cdk deploy --outputs-file or bin/local --outputs-file wrote.")
  private @Nullable Path outputsFile;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack, if the outputs file has several.")
  private @Nullable String stack;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region. Default: the region in the user pool's id.")
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
