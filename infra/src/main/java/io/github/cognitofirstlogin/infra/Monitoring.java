package io.github.cognitofirstlogin.infra;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.logs.CfnQueryDefinition;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** The monitoring for operators: alarms, a dashboard and saved queries. */
final class Monitoring extends Construct {
  private final List<IAlarm> alarms;

  Monitoring(
      Construct scope, String id, String folder, Watched watched, Optional<ITopic> alarmTopic) {
    super(scope, id);
    alarms = new Alarms(this, "Alarms", watched, alarmTopic).all();
    new Overview(this, "Overview", watched, alarms);
    for (var query : SavedQuery.values()) {
      CfnQueryDefinition.Builder.create(this, ConstructId.of(query))
          .name(folder + "/" + query.title())
          .queryString(query.text())
          .logGroupNames(query.logGroupNames(watched))
          .build();
    }
  }

  List<IAlarm> alarms() {
    return alarms;
  }
}
