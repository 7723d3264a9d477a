package io.github.cognitofirstlogin.infra;

import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.constructs.Construct;

/** The DNS records of a host name for IPv4 and IPv6, if its hosted zone is known. */
final class DnsRecords {
  private DnsRecords() {}

  static void of(Construct scope, ApiName api, RecordTarget target) {
    api.zone()
        .ifPresent(
            zone -> {
              var name = api.host() + ".";
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
