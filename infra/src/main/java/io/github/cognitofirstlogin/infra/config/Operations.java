package io.github.cognitofirstlogin.infra.config;

import java.util.Optional;

/** The topic of the alarms, and the reserved concurrency of the API's function. */
public record Operations(Optional<AwsId> alarmTopic, Optional<Integer> reservedConcurrency) {
  public static final Range CONCURRENCY = new Range(1, 10_000);

  static Operations of(Given given) {
    return new Operations(
        given.one(ContextKey.ALARM_TOPIC_ARN, AwsId.class),
        given.one(ContextKey.RESERVED_CONCURRENCY, Integer.class));
  }
}
