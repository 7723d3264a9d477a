package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.contract.TimeLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** The alarms of a deployment. Each alarm names its section of the runbook. */
final class Alarms extends Construct {
  /** The part of a function's time limit, in percent, at which a slow call raises an alarm. */
  private static final int SLOW_PERCENT = 80;

  private final Optional<ITopic> topic;
  private final List<IAlarm> alarms = new ArrayList<>();

  Alarms(Construct scope, String id, Watched watched, Optional<ITopic> topic) {
    super(scope, id);
    this.topic = topic;
    var requests = new RequestMetrics(watched.function().function().getFunctionName());
    add(
        requests,
        ErrorCode.SERVICE_MISCONFIGURED,
        1,
        Urgency.PAGE,
        "Cognito refuses the function itself: no user can sign in until this is corrected.");
    add(
        requests,
        ErrorCode.NOT_AVAILABLE_HERE,
        1,
        Urgency.PAGE,
        "The user pool serves no sign-in in this region.");
    add(
        requests,
        ErrorCode.INTERNAL_ERROR,
        1,
        Urgency.PAGE,
        "The function has a bug: it answered internal_error.");
    add(
        requests,
        ErrorCode.OUTCOME_UNKNOWN,
        1,
        Urgency.TICKET,
        "A reply said that the outcome of a change is unknown.");
    add(
        requests,
        ErrorCode.TOO_MANY_REQUESTS,
        10,
        Urgency.TICKET,
        "Cognito throttles: the replies ask users to try again.");
    add(
        requests,
        ErrorCode.REFRESH_TOKEN_REUSED,
        1,
        Urgency.TICKET,
        "A refresh token was used after its grace period: it may be stolen.");
    add(
        requests,
        ErrorCode.TOKEN_TOO_LARGE,
        1,
        Urgency.TICKET,
        "A token was too large for a cookie: the user has no lasting session.");
    add(
        requests,
        ErrorCode.BLOCKED,
        50,
        Urgency.PAGE,
        "Many requests had no front door's key, or the pool's web ACL blocked them.");
    addFunction("Function", watched.function(), TimeLimit.REPLY);
    addFunction("Authorizer", watched.authorizer(), TimeLimit.SIGNING_KEYS);
    add(
        new Rule(
            "Api5xx",
            ServiceMetrics.of(watched.api(), "5xx", "Sum"),
            5,
            Urgency.PAGE,
            "The API answers with errors that are not the callers'.",
            "api-5xx"));
  }

  List<IAlarm> all() {
    return List.copyOf(alarms);
  }

  /** The properties of an alarm. The section is an anchor of the runbook. */
  private record Rule(
      String id, IMetric metric, Number threshold, Urgency urgency, String what, String section) {
    String description() {
      return "%s: %s Runbook: docs/operations.md#%s".formatted(urgency, what, section);
    }
  }

  private void add(
      RequestMetrics requests, ErrorCode code, int threshold, Urgency urgency, String what) {
    add(
        new Rule(
            ConstructId.of(code), requests.requests(code), threshold, urgency, what, code.code()));
  }

  private void addFunction(String id, JarFunction function, TimeLimit limit) {
    add(
        new Rule(
            id + "Errors",
            ServiceMetrics.of(function, "Errors", "Sum"),
            1,
            Urgency.PAGE,
            "The %s did not start, crashed or ran out of time."
                .formatted(id.toLowerCase(Locale.ROOT)),
            "function-errors"));
    add(
        new Rule(
            id + "Throttles",
            ServiceMetrics.of(function, "Throttles", "Sum"),
            1,
            Urgency.TICKET,
            "Lambda throttled calls of the %s.".formatted(id.toLowerCase(Locale.ROOT)),
            "function-throttles"));
    add(
        new Rule(
            id + "Duration",
            ServiceMetrics.of(function, "Duration", "Maximum"),
            limit.duration().toMillis() * SLOW_PERCENT / 100,
            Urgency.TICKET,
            "A call of the %s took more than %d %% of its time limit."
                .formatted(id.toLowerCase(Locale.ROOT), SLOW_PERCENT),
            "function-duration"));
    add(
        new Rule(
            id + "KeepAlive",
            ServiceMetrics.of(function.keepAlive(), "FailedInvocations", "Sum"),
            1,
            Urgency.TICKET,
            "The daily keep-alive call of the %s was not made."
                .formatted(id.toLowerCase(Locale.ROOT)),
            "keep-alive"));
  }

  private void add(Rule rule) {
    var alarm =
        Alarm.Builder.create(this, rule.id())
            .metric(rule.metric())
            .threshold(rule.threshold())
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .evaluationPeriods(1)
            // No data is no problem, because an idle function logs nothing.
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .alarmDescription(rule.description())
            .build();
    topic.ifPresent(
        known -> {
          alarm.addAlarmAction(new SnsAction(known));
          alarm.addOkAction(new SnsAction(known));
        });
    alarms.add(alarm);
  }
}
