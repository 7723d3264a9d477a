package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.Names;
import io.github.cognitofirstlogin.infra.config.OneLine;
import io.github.cognitofirstlogin.infra.config.Partition;
import io.github.cognitofirstlogin.infra.config.Placed;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/**
 * The regions and accounts that the stack may have. If they are not known at synthesis, a rule of
 * the template refuses wrong ones at the deployment, before CloudFormation creates anything.
 */
final class Placement {
  private static final String PARTITION_RULE =
      "The stack's region must be of the partition '"
          + Partition.NAME
          + "', not of China, GovCloud, the European Sovereign Cloud or an ISO partition";

  private Placement() {}

  static void check(AuthConfig config, Names names, Construct login) {
    requirePartition(login);
    var stack = Stack.of(login);
    var regional = Placed.regional(config);
    if (isKnown(stack.getRegion())) {
      regional.forEach(each -> each.requireRegionOfStack(stack.getRegion()));
    } else {
      regional.stream().findFirst().ifPresent(first -> requireRegionOf(first, names, login));
    }
    if (isKnown(stack.getAccount())) {
      Placed.owned(config).forEach(each -> each.requireAccountOfStack(stack.getAccount()));
    }
  }

  private static void requirePartition(Construct login) {
    var region = Stack.of(login).getRegion();
    if (!isKnown(region)) {
      new CfnRule(login, "Partition")
          .addAssertion(Fn.conditionEquals(Aws.PARTITION, Partition.NAME), PARTITION_RULE + ".");
    } else if (!Partition.holds(region)) {
      throw new SynthesisRefused("%s, got '%s'".formatted(PARTITION_RULE, OneLine.of(region)));
    }
  }

  private static void requireRegionOf(Placed placed, Names names, Construct login) {
    new CfnRule(login, "Region")
        .addAssertion(
            Fn.conditionEquals(Aws.REGION, placed.region()),
            names == Names.CONTEXT
                ? "The stack must be in %s, the region of '%s'."
                    .formatted(placed.region(), placed.key().key())
                : "The stack must be in %s, the region of %s."
                    .formatted(placed.region(), names.of(placed.key())));
  }

  private static boolean isKnown(String value) {
    return !Boolean.TRUE.equals(Token.isUnresolved(value));
  }
}
