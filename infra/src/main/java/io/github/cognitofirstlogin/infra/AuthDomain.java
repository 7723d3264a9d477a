package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.HostName;
import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IpAddressType;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
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
    DnsRecords.of(
        this,
        config,
        RecordTarget.fromAlias(
            new ApiGatewayv2DomainProperties(
                domainName.getRegionalDomainName(), domainName.getRegionalHostedZoneId())));
  }

  String url() {
    return "https://" + name;
  }
}
