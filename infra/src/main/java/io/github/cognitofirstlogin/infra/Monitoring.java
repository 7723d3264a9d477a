package io.github.cognitofirstlogin.infra;

import java.util.Optional;
import software.amazon.awscdk.services.logs.CfnQueryDefinition;
import software.constructs.Construct;

/** How those who run the system see how it is: alarms, a dashboard, and saved queries. */
final class Monitoring extends Construct {
  Monitoring(
      Construct scope, String id, String folder, Watched watched, Optional<String> alarmTopicArn) {
    super(scope, id);
    var alarms = new Alarms(this, "Alarms", watched, alarmTopicArn);
    new Overview(this, "Overview", watched, alarms.all());
    for (var query : SavedQuery.values()) {
      CfnQueryDefinition.Builder.create(this, ConstructId.of(query))
          .name(folder + "/" + query.title())
          .queryString(query.text())
          .logGroupNames(query.logGroupNames(watched))
          .build();
    }
  }
}
