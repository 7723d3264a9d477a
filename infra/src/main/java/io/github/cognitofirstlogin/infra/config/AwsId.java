package io.github.cognitofirstlogin.infra.config;

/** What AWS knows its resources by: refused here where it cannot be one. */
public final class AwsId {
  /** Of any partition, so that the refusal can say that it is the wrong one. */
  private static final String PARTITION = "arn:aws(-[a-z]+)*";

  private static final String REGION = "[a-z]{2,4}(-[a-z]+)+-[0-9]+";

  private AwsId() {}

  static String poolId(String id) {
    if (!id.matches(REGION + "_[A-Za-z0-9]{1,40}")) {
      throw ContextKey.USER_POOL_ID.must("be the id of a user pool", id);
    }
    requireSupported(
        ContextKey.USER_POOL_ID, id, Partition.holds(id.substring(0, id.indexOf('_'))));
    return id;
  }

  static String clientId(String id) {
    if (!id.matches("[a-z0-9]{24,32}")) {
      throw ContextKey.USER_POOL_CLIENT_ID.must("be the id of an app client", id);
    }
    return id;
  }

  static String certificate(String arn) {
    if (!arn.matches(PARTITION + ":acm:" + REGION + ":[0-9]{12}:certificate/[A-Za-z0-9-]+")) {
      throw ContextKey.CERTIFICATE_ARN.must("be the ARN of an ACM certificate", arn);
    }
    requireSupported(ContextKey.CERTIFICATE_ARN, arn);
    return arn;
  }

  static String zoneId(String id) {
    if (!id.matches("Z[A-Z0-9]{1,31}")) {
      throw ContextKey.HOSTED_ZONE_ID.must("be the id of a Route 53 hosted zone", id);
    }
    return id;
  }

  static String webAcl(String arn) {
    if (!arn.matches(
        PARTITION
            + ":wafv2:us-east-1:[0-9]{12}:global/webacl/[A-Za-z0-9_-]{1,128}/[0-9a-f-]{36}")) {
      throw ContextKey.WEB_ACL_ARN.must(
          "be the ARN of a WAF web ACL of the scope CLOUDFRONT, which is global and in us-east-1",
          arn);
    }
    requireSupported(ContextKey.WEB_ACL_ARN, arn);
    return arn;
  }

  static String topic(String arn) {
    if (!arn.matches(PARTITION + ":sns:" + REGION + ":[0-9]{12}:[A-Za-z0-9_-]{1,256}")) {
      throw ContextKey.ALARM_TOPIC_ARN.must("be the ARN of a standard SNS topic", arn);
    }
    requireSupported(ContextKey.ALARM_TOPIC_ARN, arn);
    return arn;
  }

  private static void requireSupported(ContextKey key, String arn) {
    var parts = arn.split(":", -1);
    requireSupported(key, arn, parts[1].equals(Partition.NAME) && Partition.holds(parts[3]));
  }

  private static void requireSupported(ContextKey key, String id, boolean supported) {
    if (!supported) {
      throw key.must(
          "be of the partition '%s', for this project runs in no other".formatted(Partition.NAME),
          id);
    }
  }
}
