package io.github.cognitofirstlogin.infra;

import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IpAddressType;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.ApiGatewayv2DomainProperties;
import software.constructs.Construct;

/** The API's own name, and its DNS records where the hosted zone is known. */
final class AuthDomain extends Construct {
  private final HostName name;

  AuthDomain(Construct scope, String id, AuthConfig.CustomDomain config, HttpStage stage) {
    super(scope, id);
    name = config.name();
    var domainName =
        DomainName.Builder.create(this, "Name")
            .domainName(config.name().value())
            .certificate(
                Certificate.fromCertificateArn(this, "Certificate", config.certificateArn()))
            .securityPolicy(SecurityPolicy.TLS_1_2)
            .ipAddressType(IpAddressType.DUAL_STACK)
            .build();
    ApiMapping.Builder.create(this, "Mapping")
        .domainName(domainName)
        .api(stage.getApi())
        .stage(stage)
        .build();
    config.zone().ifPresent(zone -> addRecords(zone, domainName));
  }

  String url() {
    return "https://" + name;
  }

  private void addRecords(AuthConfig.Zone config, DomainName domainName) {
    // By its attributes: a look-up would need an account at synthesis.
    var zone =
        HostedZone.fromHostedZoneAttributes(
            this,
            "Zone",
            HostedZoneAttributes.builder()
                .hostedZoneId(config.id())
                .zoneName(config.name().value())
                .build());
    var target =
        RecordTarget.fromAlias(
            new ApiGatewayv2DomainProperties(
                domainName.getRegionalDomainName(), domainName.getRegionalHostedZoneId()));
    ARecord.Builder.create(this, "Ipv4").zone(zone).recordName(name + ".").target(target).build();
    AaaaRecord.Builder.create(this, "Ipv6")
        .zone(zone)
        .recordName(name + ".")
        .target(target)
        .build();
  }
}
