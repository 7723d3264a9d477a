package io.github.cognitofirstlogin.infra.config;

import java.util.regex.Pattern;

/** The ID or ARN of a resource. A text that cannot be one is refused. */
public record AwsId(String value) {
  /** Matches any partition, so that the refusal can name the wrong partition. */
  private static final String PARTITION = "arn:aws(-[a-z]+)*";

  private static final String REGION = "[a-z]{2,4}(-[a-z]+)+-[0-9]+";

  private static final Pattern USER_POOL =
      Pattern.compile("(?<region>" + REGION + ")_[A-Za-z0-9]{1,40}");

  private static final int REGION_IN_ARN = 3;
  private static final int ACCOUNT_IN_ARN = 4;

  public static AwsId userPool(String id) {
    var shape = USER_POOL.matcher(id);
    if (!shape.matches()) {
      throw ContextKey.USER_POOL_ID.must("be the id of a user pool", id);
    }
    requireSupported(ContextKey.USER_POOL_ID, id, Partition.holds(shape.group("region")));
    return new AwsId(id);
  }

  public static AwsId userPoolClient(String id) {
    return matching(
        "[a-z0-9]{24,32}", id, ContextKey.USER_POOL_CLIENT_ID, "be the id of an app client");
  }

  public static AwsId certificate(String arn) {
    return arn(
        ":acm:" + REGION + ":[0-9]{12}:certificate/[A-Za-z0-9-]+",
        arn,
        ContextKey.CERTIFICATE_ARN,
        "be the ARN of an ACM certificate");
  }

  static AwsId zone(String id) {
    return matching(
        "Z[A-Z0-9]{1,31}", id, ContextKey.HOSTED_ZONE_ID, "be the id of a Route 53 hosted zone");
  }

  public static AwsId webAcl(String arn) {
    return arn(
        ":wafv2:us-east-1:[0-9]{12}:global/webacl/[A-Za-z0-9_-]{1,128}/[0-9a-f-]{36}",
        arn,
        ContextKey.WEB_ACL_ARN,
        "be the ARN of a WAF web ACL of the scope CLOUDFRONT, which is global and in us-east-1");
  }

  public static AwsId topic(String arn) {
    return arn(
        ":sns:" + REGION + ":[0-9]{12}:[A-Za-z0-9_-]{1,256}",
        arn,
        ContextKey.ALARM_TOPIC_ARN,
        "be the ARN of a standard SNS topic");
  }

  /** Whether the value is known at synthesis. */
  public boolean isKnown() {
    return !Unresolved.isIn(value);
  }

  /** The region; only for a value that is known. */
  String region() {
    var userPool = USER_POOL.matcher(value);
    return userPool.matches() ? userPool.group("region") : value.split(":", -1)[REGION_IN_ARN];
  }

  /** The account; only for an ARN that is known. */
  String account() {
    return value.split(":", -1)[ACCOUNT_IN_ARN];
  }

  private static AwsId arn(String shape, String arn, ContextKey key, String rule) {
    var id = matching(PARTITION + shape, arn, key, rule);
    requireSupported(
        key, arn, arn.startsWith("arn:" + Partition.NAME + ":") && Partition.holds(id.region()));
    return id;
  }

  private static AwsId matching(String shape, String id, ContextKey key, String rule) {
    if (!id.matches(shape)) {
      throw key.must(rule, id);
    }
    return new AwsId(id);
  }

  private static void requireSupported(ContextKey key, String id, boolean supported) {
    if (!supported) {
      throw key.must(
          "be of the partition '%s', for this project runs in no other".formatted(Partition.NAME),
          id);
    }
  }
}
