package io.github.cognitofirstlogin.local.template;

import io.github.cognitofirstlogin.userpool.template.Resource;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the properties of a template that the local run uses, and the properties that make no
 * difference on one machine. A warning names every other property, because it was not tested.
 */
public final class Coverage {

  /** The classes that read these resources name the properties that they do not use. */
  private static final Set<String> CHECKED_ELSEWHERE =
      Set.of("AWS::Cognito::UserPool", "AWS::Cognito::UserPoolClient");

  private static final Map<String, Set<String>> PROPERTIES =
      Map.of(
          "AWS::ApiGatewayV2::Api",
          Set.of(
              "CorsConfiguration",
              "Description",
              "DisableExecuteApiEndpoint",
              "IpAddressType",
              "Name",
              "ProtocolType",
              "Tags"),
          "AWS::ApiGatewayV2::Route",
          Set.of("ApiId", "AuthorizationType", "AuthorizerId", "RouteKey", "Target"),
          "AWS::ApiGatewayV2::Authorizer",
          Set.of(
              "ApiId",
              "AuthorizerPayloadFormatVersion",
              "AuthorizerResultTtlInSeconds",
              "AuthorizerType",
              "AuthorizerUri",
              "EnableSimpleResponses",
              "IdentitySource",
              "Name"),
          "AWS::ApiGatewayV2::Integration",
          Set.of(
              "ApiId",
              "Description",
              "IntegrationType",
              "IntegrationUri",
              "PayloadFormatVersion",
              "TimeoutInMillis"),
          "AWS::ApiGatewayV2::Stage",
          Set.of(
              "AccessLogSettings",
              "ApiId",
              "AutoDeploy",
              "DefaultRouteSettings",
              "Description",
              "RouteSettings",
              "StageName",
              "Tags"),
          "Custom::CDKBucketDeployment",
          Set.of(
              "DestinationBucketName",
              "OutputObjectKeys",
              "Prune",
              "RetainOnDelete",
              "ServiceToken",
              "SourceBucketNames",
              "SourceMarkers",
              "SourceMarkersConfig",
              "SourceObjectKeys",
              "SystemMetadata",
              "WaitForDistributionInvalidation"),
          "AWS::Lambda::Function",
          Set.of(
              "Architectures",
              "Code",
              "Description",
              "Environment",
              "FunctionName",
              "Handler",
              "LoggingConfig",
              "MemorySize",
              "Role",
              "Runtime",
              "SnapStart",
              "Tags",
              "Timeout",
              "TracingConfig"));

  /** Names, permissions, DNS records and monitoring do not affect a request on one machine. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "AWS::ApiGatewayV2::ApiMapping",
          "AWS::ApiGatewayV2::DomainName",
          "AWS::CDK::Metadata",
          "AWS::CertificateManager::Certificate",
          "AWS::CloudFront::OriginAccessControl",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Events::Rule",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::Role",
          "AWS::KMS::Alias",
          "AWS::KMS::Key",
          "AWS::Lambda::Alias",
          "AWS::Lambda::LayerVersion",
          "AWS::Lambda::Permission",
          "AWS::Lambda::Version",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::Logs::QueryDefinition",
          "AWS::Route53::RecordSet",
          "AWS::S3::Bucket",
          "AWS::S3::BucketPolicy",
          "AWS::Scheduler::Schedule",
          "AWS::SecretsManager::Secret",
          "AWS::SNS::Subscription",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy",
          "Custom::S3AutoDeleteObjects");

  private Coverage() {}

  /**
   * The CDK's own functions, which copy files to a bucket and empty it at the end. The local run
   * serves the original files.
   */
  public static boolean handlesABucket(Resource function) {
    return function.logicalId().startsWith("CustomCDKBucketDeployment")
        || function.logicalId().startsWith("CustomS3AutoDeleteObjects");
  }

  /** One line for each property that has an effect in AWS and none here. */
  public static List<String> gaps(Template template) {
    var gaps = new ArrayList<String>();
    for (var resource : template.resources()) {
      if (handlesABucket(resource)) {
        continue;
      }
      if (resource.type().equals(CloudFrontCoverage.DISTRIBUTION)) {
        gaps.addAll(CloudFrontCoverage.gapsOfDistribution(resource));
      } else if (resource.type().equals(CloudFrontCoverage.HEADERS)) {
        gaps.addAll(CloudFrontCoverage.gapsOfHeaders(resource));
      } else if (PROPERTIES.containsKey(resource.type())) {
        unknownProperties(resource)
            .forEach(
                name ->
                    gaps.add("property '" + name + "' of " + resource + " has no effect locally"));
      } else if (!WITHOUT_EFFECT.contains(resource.type())
          && !CHECKED_ELSEWHERE.contains(resource.type())) {
        gaps.add(resource + " does not exist locally");
      }
      if (resource.condition().isPresent() && !WITHOUT_EFFECT.contains(resource.type())) {
        gaps.add("the condition of " + resource + " has no effect locally");
      }
    }
    return List.copyOf(gaps);
  }

  private static List<String> unknownProperties(Resource resource) {
    var known = PROPERTIES.getOrDefault(resource.type(), Set.of());
    return resource.properties().properties().stream()
        .filter(property -> !known.contains(property.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
