package io.github.cognitofirstlogin.infra.config;

import java.util.regex.Pattern;

/**
 * The only supported partition of AWS. Cognito has other host names in China, in the European
 * Sovereign Cloud and in the ISO partitions, and nobody has tried GovCloud.
 */
public final class Partition {
  public static final String NAME = "aws";

  /** Region names of other partitions have one more part, except those of China. */
  private static final Pattern REGION = Pattern.compile("(?!cn-)[a-z]{2}-[a-z]+-[0-9]+");

  private Partition() {}

  public static boolean holds(String region) {
    return REGION.matcher(region).matches();
  }
}
