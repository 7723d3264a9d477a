package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.KeepAliveEvent;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/**
 * Calls a function once a day. Lambda deactivates a version with a snapshot after 14 days without a
 * call, and then fails the first call. First logins are rare enough for that. The event is not a
 * request, and both handlers refuse it without a call of Cognito.
 */
final class KeepAlive extends Construct {
  private final Rule daily;

  KeepAlive(Construct scope, String id, IFunction function) {
    super(scope, id);
    daily =
        Rule.Builder.create(this, "Daily")
            .schedule(Schedule.rate(Duration.days(1)))
            .targets(
                List.of(
                    LambdaFunction.Builder.create(function)
                        .event(RuleTargetInput.fromObject(KeepAliveEvent.MEMBERS))
                        .retryAttempts(2)
                        .build()))
            .build();
  }

  /** The rule's name in EventBridge's metrics. */
  String ruleName() {
    return daily.getRuleName();
  }
}
