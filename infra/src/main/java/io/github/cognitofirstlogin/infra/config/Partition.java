package io.github.cognitofirstlogin.infra.config;

import java.util.regex.Pattern;

/**
 * The one partition of AWS that is supported. Cognito has other host names in China, in the
 * European Sovereign Cloud and in the ISO partitions, and nobody tried the rest in GovCloud.
 */
public final class Partition {
  public static final String NAME = "aws";

  /** Names of other partitions' regions have one part more, but for those of China. */
  private static final Pattern REGION = Pattern.compile("(?!cn-)[a-z]{2}-[a-z]+-[0-9]+");

  private Partition() {}

  public static boolean holds(String region) {
    return REGION.matcher(region).matches();
  }
}
