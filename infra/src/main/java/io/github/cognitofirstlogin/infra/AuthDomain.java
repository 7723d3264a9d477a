package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.HostName;
import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IpAddressType;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.ApiGatewayv2DomainProperties;
import software.constructs.Construct;

/** The API's own host name, and its DNS records if the hosted zone is known. */
final class AuthDomain extends Construct {
  private final HostName name;

  AuthDomain(Construct scope, String id, ApiName api, HttpStage stage) {
    super(scope, id);
    name = api.host();
    var domainName =
        DomainName.Builder.create(this, "Name")
            .domainName(name.value())
            .certificate(api.certificate())
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
        api,
        RecordTarget.fromAlias(
            new ApiGatewayv2DomainProperties(
                domainName.getRegionalDomainName(), domainName.getRegionalHostedZoneId())));
  }

  String url() {
    return "https://" + name;
  }
}
