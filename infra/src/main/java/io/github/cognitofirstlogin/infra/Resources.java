package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.Hosts.CustomDomain;
import io.github.cognitofirstlogin.infra.config.Hosts.Zone;
import io.github.cognitofirstlogin.infra.config.Users.ExistingPool;
import java.util.Optional;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The existing resources that the construct uses, as CDK objects. */
record Resources(
    Optional<Pool.Existing> pool,
    Optional<ICertificate> certificate,
    Optional<IHostedZone> zone,
    Optional<ITopic> alarmTopic) {

  /**
   * Imports the resources that the configuration names. It makes no look-up and deploys nothing.
   */
  static Resources imported(Construct scope, AuthConfig config) {
    var imports = new Construct(scope, "Imported");
    var domain = config.hosts().customDomain();
    return new Resources(
        config.users().existingPool().map(pool -> pool(imports, pool)),
        domain.map(
            own ->
                Certificate.fromCertificateArn(imports, "Certificate", own.certificate().value())),
        domain.flatMap(CustomDomain::zone).map(zone -> zone(imports, zone)),
        config
            .operations()
            .alarmTopic()
            .map(topic -> Topic.fromTopicArn(imports, "AlarmTopic", topic.value())));
  }

  private static Pool.Existing pool(Construct imports, ExistingPool ids) {
    return new Pool.Existing(
        UserPool.fromUserPoolId(imports, "UserPool", ids.id().value()),
        ids.clientId()
            .map(id -> UserPoolClient.fromUserPoolClientId(imports, "UserPoolClient", id.value())));
  }

  private static IHostedZone zone(Construct imports, Zone zone) {
    return HostedZone.fromHostedZoneAttributes(
        imports,
        "Zone",
        HostedZoneAttributes.builder()
            .hostedZoneId(zone.id().value())
            .zoneName(zone.name().value())
            .build());
  }

  /** The pool of the users. */
  Pool pool(AuthConfig config) {
    return pool.<Pool>map(existing -> existing)
        .orElseGet(() -> new Pool.Own(config.users().ownPool()));
  }

  /** The API's own host name, if it has one. */
  Optional<ApiName> apiName(AuthConfig config) {
    return config
        .hosts()
        .customDomain()
        .flatMap(domain -> certificate.map(known -> new ApiName(domain.name(), known, zone)));
  }
}
