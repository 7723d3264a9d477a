package io.github.cognitofirstlogin.infra.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A setting that belongs to one region or account. Settings that contradict each other or the stack
 * would fail the deployment.
 */
public record Placed(ContextKey key, AwsId id) {
  /** Refuses settings with different regions or different accounts. */
  static void check(AuthConfig config) {
    var regional = regional(config);
    regional.stream().skip(1).forEach(each -> each.requireRegionOf(regional.get(0)));
    var owned = owned(config);
    owned.stream().skip(1).forEach(each -> each.requireAccountOf(owned.get(0)));
  }

  /** The values that must be in the stack's region. */
  public static List<Placed> regional(AuthConfig config) {
    var hosts = config.hosts();
    return Stream.of(
            of(ContextKey.USER_POOL_ID, config.users().existingPool().map(Users.ExistingPool::id)),
            // CloudFront's certificate must be in us-east-1, whatever the stack's region is.
            of(
                ContextKey.CERTIFICATE_ARN,
                hosts
                    .customDomain()
                    .filter(domain -> hosts.frontDoor().isEmpty())
                    .map(Hosts.CustomDomain::certificate)),
            of(ContextKey.ALARM_TOPIC_ARN, config.operations().alarmTopic()))
        .flatMap(each -> each)
        .toList();
  }

  /**
   * The values that must be in the stack's account. A topic of another account can allow CloudWatch
   * to publish.
   */
  public static List<Placed> owned(AuthConfig config) {
    var hosts = config.hosts();
    return Stream.of(
            of(
                ContextKey.CERTIFICATE_ARN,
                hosts.customDomain().map(Hosts.CustomDomain::certificate)),
            of(ContextKey.WEB_ACL_ARN, hosts.frontDoor().flatMap(Hosts.Door::webAcl)))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Placed> of(ContextKey key, Optional<AwsId> id) {
    return id.filter(AwsId::isKnown).map(known -> new Placed(key, known)).stream();
  }

  private void requireRegionOf(Placed other) {
    if (!region().equals(other.region())) {
      throw elsewhere("region", region(), names -> names.of(other.key), other.region());
    }
  }

  private void requireAccountOf(Placed other) {
    if (!account().equals(other.account())) {
      throw elsewhere("account", account(), names -> names.of(other.key), other.account());
    }
  }

  public void requireRegionOfStack(String region) {
    if (!region().equals(region)) {
      throw elsewhere("region", region(), names -> "the stack", region);
    }
  }

  public void requireAccountOfStack(String account) {
    if (!account().equals(account)) {
      throw elsewhere("account", account(), names -> "the stack", account);
    }
  }

  public String region() {
    return id.region();
  }

  private String account() {
    return id.account();
  }

  private SynthesisRefused elsewhere(
      String what, String is, Function<Names, String> whose, String expected) {
    return key.must(
        names -> "be in the %s of %s, %s".formatted(what, whose.apply(names), expected),
        id.value(),
        id.value().replaceFirst(is, expected));
  }
}
