package io.github.cognitofirstlogin.infra.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/**
 * A value of the context that is of one region or of one account. Values that contradict each
 * other, or the stack, would fail the deployment.
 */
public record Placed(ContextKey key, String value) {
  private static final int REGION_IN_ARN = 3;
  private static final int ACCOUNT_IN_ARN = 4;

  /** Refuses keys that name different regions, or different accounts. */
  public static void check(AuthConfig config) {
    var regional = regional(config);
    regional.stream().skip(1).forEach(each -> each.requireRegionOf(regional.get(0)));
    var owned = owned(config);
    owned.stream().skip(1).forEach(each -> each.requireAccountOf(owned.get(0)));
  }

  /**
   * Refuses keys that name another region or account than the stack. The region of a stack that has
   * none yet is checked by its template, before anything is made.
   */
  public static void check(AuthConfig config, Construct login) {
    var stack = Stack.of(login);
    if (isKnown(stack.getRegion())) {
      regional(config).forEach(each -> each.requireRegion(stack.getRegion(), "of the stack"));
    } else {
      regional(config).stream().findFirst().ifPresent(first -> first.requireRegionOf(login));
    }
    if (isKnown(stack.getAccount())) {
      owned(config).forEach(each -> each.requireAccount(stack.getAccount(), "of the stack"));
    }
  }

  /** What must be in the stack's region. */
  private static List<Placed> regional(AuthConfig config) {
    var regional = new ArrayList<Placed>();
    config
        .users()
        .existingPool()
        .ifPresent(pool -> regional.add(new Placed(ContextKey.USER_POOL_ID, pool.id())));
    // CloudFront takes its certificate from us-east-1, wherever the stack is.
    config
        .api()
        .customDomain()
        .filter(domain -> config.api().frontDoor().isEmpty())
        .ifPresent(
            domain ->
                regional.add(new Placed(ContextKey.CERTIFICATE_ARN, domain.certificateArn())));
    config
        .operations()
        .alarmTopicArn()
        .ifPresent(arn -> regional.add(new Placed(ContextKey.ALARM_TOPIC_ARN, arn)));
    return regional;
  }

  /** What must be of the stack's account; a topic of another account can let CloudWatch publish. */
  private static List<Placed> owned(AuthConfig config) {
    var owned = new ArrayList<Placed>();
    config
        .api()
        .customDomain()
        .ifPresent(
            domain -> owned.add(new Placed(ContextKey.CERTIFICATE_ARN, domain.certificateArn())));
    config
        .api()
        .frontDoor()
        .flatMap(AuthConfig.Door::webAclArn)
        .ifPresent(arn -> owned.add(new Placed(ContextKey.WEB_ACL_ARN, arn)));
    return owned;
  }

  private void requireRegionOf(Construct login) {
    new CfnRule(login, "Region")
        .addAssertion(
            Fn.conditionEquals(Aws.REGION, region()),
            "The stack must be in %s, the region of '%s'.".formatted(region(), key.key()));
  }

  private void requireRegionOf(Placed other) {
    requireRegion(other.region(), "of " + other.key.inContext());
  }

  private void requireAccountOf(Placed other) {
    requireAccount(other.account(), "of " + other.key.inContext());
  }

  private void requireRegion(String region, String whose) {
    if (!region().equals(region)) {
      throw key.must(
          "be in the region %s, %s".formatted(whose, region),
          value,
          value.replaceFirst(region(), region));
    }
  }

  private void requireAccount(String account, String whose) {
    if (!account().equals(account)) {
      throw key.must(
          "be in the account %s, %s".formatted(whose, account),
          value,
          value.replaceFirst(account(), account));
    }
  }

  private String region() {
    return key == ContextKey.USER_POOL_ID
        ? value.substring(0, value.indexOf('_'))
        : value.split(":", -1)[REGION_IN_ARN];
  }

  private String account() {
    return value.split(":", -1)[ACCOUNT_IN_ARN];
  }

  private static boolean isKnown(String value) {
    return !Objects.requireNonNullElse(Token.isUnresolved(value), false);
  }
}
