package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.constructs.Construct;

/** A name's two addresses, where its hosted zone is known. */
final class DnsRecords {
  private DnsRecords() {}

  static void of(Construct scope, AuthConfig.CustomDomain domain, RecordTarget target) {
    domain
        .zone()
        .ifPresent(
            known -> {
              // By its attributes: a look-up would need an account at synthesis.
              var zone =
                  HostedZone.fromHostedZoneAttributes(
                      scope,
                      "Zone",
                      HostedZoneAttributes.builder()
                          .hostedZoneId(known.id())
                          .zoneName(known.name().value())
                          .build());
              var name = domain.name() + ".";
              ARecord.Builder.create(scope, "Ipv4")
                  .zone(zone)
                  .recordName(name)
                  .target(target)
                  .build();
              AaaaRecord.Builder.create(scope, "Ipv6")
                  .zone(zone)
                  .recordName(name)
                  .target(target)
                  .build();
            });
  }
}
