package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.FrontDoorKey;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.Names;
import io.github.cognitofirstlogin.infra.config.WebPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CfnOriginAccessControl;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.HttpOriginProps;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * One host for the page and the API, so that the session's cookies are first-party in every
 * browser.
 */
final class FrontDoor extends Construct {
  /** The path prefix of the API's routes. */
  static final String API_PATH = "/" + AuthApi.STAGE_BEHIND_FRONT_DOOR;

  private static final int KEY_LENGTH = 48;

  /**
   * The error statuses that CloudFront would otherwise cache for ten seconds, whatever the cache
   * policy says.
   */
  private static final List<Integer> KEPT_ERRORS =
      List.of(400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504);

  private final Secret key;
  private final String url;

  /** The API and the page behind the front door. */
  record Behind(AuthApi api, WebPage page) {}

  /** The public properties of a front door: its host name, and the ARN of its web ACL. */
  record Front(Optional<ApiName> name, Optional<String> webAclArn) {}

  FrontDoor(Construct scope, String id, Behind behind, Front front, Names names) {
    super(scope, id);
    key =
        // A new id creates a new secret. Only this change reaches the distribution and the
        // functions in one deployment.
        Secret.Builder.create(this, "Key")
            .description("The key that the distribution adds to each request to the API")
            .generateSecretString(
                SecretStringGenerator.builder()
                    .excludePunctuation(true)
                    .passwordLength(KEY_LENGTH)
                    .build())
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    var files = new PageFiles(this, "Page", behind.page());
    var properties =
        Distribution.Builder.create(this, "Distribution")
            .defaultRootObject("index.html")
            .defaultBehavior(page(files, behind.page()))
            .additionalBehaviors(Map.of(API_PATH + "/*", api(behind.api().endpointHost())))
            // One person's 503 is not everybody's.
            .errorResponses(KEPT_ERRORS.stream().map(FrontDoor::notKept).toList())
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .enableIpv6(true);
    front.webAclArn().ifPresent(properties::webAclId);
    front
        .name()
        .ifPresent(
            name ->
                properties
                    .domainNames(List.of(name.host().value()))
                    // CloudFront's own certificate comes with its own choice.
                    .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                    .certificate(name.certificate()));
    var distribution = properties.build();
    nameAccessControl(distribution);
    acknowledge(distribution, front, names);
    url =
        "https://"
            + front
                .name()
                .map(name -> name.host().value())
                .orElseGet(distribution::getDistributionDomainName);
    front
        .name()
        .ifPresent(
            name ->
                behind
                    .api()
                    .nameLeadsTo(RecordTarget.fromAlias(new CloudFrontTarget(distribution)), name));
    acknowledgeKey();
  }

  /** The origin of the page, and where it is. */
  String url() {
    return url;
  }

  String apiUrl() {
    return url + API_PATH;
  }

  /** A reference that CloudFormation resolves, so that no template contains the value. */
  String key() {
    return key.getSecretValue().unsafeUnwrap();
  }

  private BehaviorOptions page(PageFiles files, WebPage page) {
    return BehaviorOptions.builder()
        .origin(S3BucketOrigin.withOriginAccessControl(files.bucket()))
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
        .responseHeadersPolicy(PageHeaders.policy(this, "Headers", page.headers()))
        .compress(true)
        .build();
  }

  private BehaviorOptions api(String host) {
    return BehaviorOptions.builder()
        .origin(
            new HttpOrigin(
                host,
                HttpOriginProps.builder()
                    .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                    .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                    .readTimeout(Duration.seconds(30))
                    .customHeaders(Map.of(FrontDoorKey.HEADER, key()))
                    .build()))
        // A redirect would lose the body, and the password would already have been sent in clear
        // text.
        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
        // This is CloudFront's smallest set of methods with POST and DELETE.
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        // API Gateway chooses the API by the Host header, which CloudFront sets.
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .compress(false)
        .build();
  }

  /**
   * The CDK creates it below the distribution. A construct id of this project would change its
   * logical id.
   */
  private void nameAccessControl(Distribution distribution) {
    distribution.getNode().findAll().stream()
        .filter(CfnOriginAccessControl.class::isInstance)
        .map(CfnOriginAccessControl.class::cast)
        .forEach(
            control ->
                control.addPropertyOverride(
                    "OriginAccessControlConfig.Name", AccountWideName.of(this)));
  }

  private static ErrorResponse notKept(int status) {
    return ErrorResponse.builder().httpStatus(status).ttl(Duration.seconds(0)).build();
  }

  private static void acknowledge(Distribution distribution, Front front, Names names) {
    var always =
        Stream.of(
            because(
                "AwsSolutions-CFR1",
                "Users sign in from any country; a web ACL can block countries."),
            because(
                "AwsSolutions-CFR3",
                "The API logs each call itself. The page's files contain no personal data, so"
                    + " requests for them are not logged."));
    var withoutFirewall =
        front
            .webAclArn()
            .map(arn -> Stream.<Acknowledgment>empty())
            .orElseGet(
                () ->
                    Stream.of(
                        because(
                            "AwsSolutions-CFR2",
                            "A web ACL is the deployer's choice (%s). The API is always throttled."
                                .formatted(names.of(ContextKey.WEB_ACL_ARN)))));
    var withoutCertificate =
        front
            .name()
            .map(name -> Stream.<Acknowledgment>empty())
            .orElseGet(
                () ->
                    Stream.of(
                        because(
                            "AwsSolutions-CFR4",
                            "CloudFront's own certificate comes with CloudFront's own choice of"
                                + " TLS versions; %s brings another."
                                    .formatted(names.of(ContextKey.API_DOMAIN_NAME)))));
    Validations.of(distribution)
        .acknowledge(
            Stream.of(always, withoutFirewall, withoutCertificate)
                .flatMap(reasons -> reasons)
                .toArray(Acknowledgment[]::new));
  }

  private void acknowledgeKey() {
    Validations.of(key)
        .acknowledge(
            because(
                "AwsSolutions-SMG4",
                "CloudFormation resolves the key into the distribution and the functions, where a"
                    + " rotation would not arrive; docs/operations.md says how to change it."));
  }

  static Acknowledgment because(String rule, String reason) {
    return Acknowledgment.builder().id(rule).reason(reason).build();
  }
}
