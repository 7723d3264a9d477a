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

/** What somebody must know of without looking; each alarm names the runbook's section for it. */
final class Alarms extends Construct {
  /** Of a function's own limit, in percent: what takes longer will soon end without Cognito. */
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
        "Cognito refuses the function itself: nobody can sign in until it is put right.");
    add(
        requests,
        ErrorCode.NOT_AVAILABLE_HERE,
        1,
        Urgency.PAGE,
        "The user pool does not sign anybody in in this region.");
    add(
        requests,
        ErrorCode.INTERNAL_ERROR,
        1,
        Urgency.PAGE,
        "The function met what it does not know how to answer.");
    add(
        requests,
        ErrorCode.OUTCOME_UNKNOWN,
        1,
        Urgency.TICKET,
        "Somebody was told that the new password may or may not count.");
    add(
        requests,
        ErrorCode.TOO_MANY_REQUESTS,
        10,
        Urgency.TICKET,
        "Cognito throttles: people are told to try again.");
    add(
        requests,
        ErrorCode.REFRESH_TOKEN_REUSED,
        1,
        Urgency.TICKET,
        "A refresh token was used after its time: somebody else may have it.");
    add(
        requests,
        ErrorCode.TOKEN_TOO_LARGE,
        1,
        Urgency.TICKET,
        "Somebody signed in without a session that lasts: no browser would keep the cookie.");
    add(
        requests,
        ErrorCode.BLOCKED,
        50,
        Urgency.PAGE,
        "Many requests came without the front door's key, or were blocked by the pool's web ACL.");
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

  /** An alarm before it is one; the section is an anchor of the runbook. */
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
            "Lambda turned calls of the %s away.".formatted(id.toLowerCase(Locale.ROOT)),
            "function-throttles"));
    add(
        new Rule(
            id + "Duration",
            ServiceMetrics.of(function, "Duration", "Maximum"),
            limit.duration().toMillis() * SLOW_PERCENT / 100,
            Urgency.TICKET,
            "A call of the %s took more than %d %% of the time after which it gives up."
                .formatted(id.toLowerCase(Locale.ROOT), SLOW_PERCENT),
            "function-duration"));
    add(
        new Rule(
            id + "KeepAlive",
            ServiceMetrics.of(function.keepAlive(), "FailedInvocations", "Sum"),
            1,
            Urgency.TICKET,
            "The %s was not called for its daily sign of life."
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
            // Nothing is counted where nothing happens, and that is well.
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
