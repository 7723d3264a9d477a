package io.github.cognitofirstlogin.infra.config;

import java.util.regex.Pattern;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/**
 * The one partition of AWS that is supported. Cognito has other host names in China, in the
 * European Sovereign Cloud and in the ISO partitions, and nobody tried the rest in GovCloud.
 */
public final class Partition {
  static final String NAME = "aws";

  /** Names of other partitions' regions have one part more, but for those of China. */
  private static final Pattern REGION = Pattern.compile("(?!cn-)[a-z]{2}-[a-z]+-[0-9]+");

  private static final String RULE =
      "The stack's region must be of the partition '"
          + NAME
          + "', not of China, GovCloud, the European Sovereign Cloud or an ISO partition";

  private Partition() {}

  public static boolean holds(String region) {
    return REGION.matcher(region).matches();
  }

  /** Refuses another partition here where the stack's region is known, else at the deployment. */
  public static void require(Construct login) {
    var region = Stack.of(login).getRegion();
    if (Boolean.TRUE.equals(Token.isUnresolved(region))) {
      new CfnRule(login, "Partition")
          .addAssertion(Fn.conditionEquals(Aws.PARTITION, NAME), RULE + ".");
    } else if (!holds(region)) {
      throw new SynthesisRefused("%s, got '%s'".formatted(RULE, OneLine.of(region)));
    }
  }
}
