package io.github.cognitofirstlogin.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudFrontCoverageTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As the stack has it. */
  private static final String TEMPLATE =
      """
      {"Resources": {
        "Door": {"Type": "AWS::CloudFront::Distribution", "Properties": {"DistributionConfig": {
          "Aliases": ["auth.example.com"],
          "CacheBehaviors": [{
            "AllowedMethods": ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
            "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            "Compress": false,
            "OriginRequestPolicyId": "b689b0a8-53d0-40ab-baf2-68738e2966ac",
            "PathPattern": "/api/*",
            "TargetOriginId": "Api",
            "ViewerProtocolPolicy": "https-only"}],
          "DefaultCacheBehavior": {
            "AllowedMethods": ["GET", "HEAD"],
            "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
            "Compress": true,
            "ResponseHeadersPolicyId": {"Ref": "Headers"},
            "TargetOriginId": "Page",
            "ViewerProtocolPolicy": "redirect-to-https"},
          "CustomErrorResponses": [{"ErrorCachingMinTTL": 0, "ErrorCode": 503}],
          "DefaultRootObject": "index.html",
          "Enabled": true,
          "HttpVersion": "http2and3",
          "IPV6Enabled": true,
          "Origins": [
            {"DomainName": "bucket", "Id": "Page", "OriginAccessControlId": "control",
             "S3OriginConfig": {"OriginAccessIdentity": ""}},
            {"CustomOriginConfig": {"OriginProtocolPolicy": "https-only"}, "DomainName": "api",
             "Id": "Api", "OriginCustomHeaders": []}],
          "ViewerCertificate": {"AcmCertificateArn": "arn"}}}},
        "Headers": {"Type": "AWS::CloudFront::ResponseHeadersPolicy", "Properties": {
          "ResponseHeadersPolicyConfig": {
            "CustomHeadersConfig": {"Items": []},
            "Name": "Headers",
            "SecurityHeadersConfig": {
              "ContentSecurityPolicy": {}, "ContentTypeOptions": {}, "ReferrerPolicy": {},
              "StrictTransportSecurity": {}}}}},
        "Page": {"Type": "Custom::CDKBucketDeployment", "Properties": {
          "SourceObjectKeys": ["page.zip"]}}}}
      """;

  @Test
  void theStacksOwnDoorIsUnderstood() throws Exception {
    assertThat(Coverage.gaps(new Template(JSON.readTree(TEMPLATE)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WebACLId | WebACLId |",
        "CustomErrorResponses/0/ResponsePagePath | CustomErrorResponses[503].ResponsePagePath |",
        "Restrictions | Restrictions |",
        "Origins/1/OriginPath | Origins[Api].OriginPath |",
        "Origins/1/OriginShield | Origins[Api].OriginShield |",
        "CacheBehaviors/0/FunctionAssociations | CacheBehaviors[/api/*].FunctionAssociations |",
        "CacheBehaviors/0/ResponseHeadersPolicyId"
            + " | CacheBehaviors[/api/*].ResponseHeadersPolicyId |",
        "DefaultCacheBehavior/LambdaFunctionAssociations"
            + " | DefaultCacheBehavior.LambdaFunctionAssociations |",
        "DefaultCacheBehavior/OriginRequestPolicyId"
            + " | DefaultCacheBehavior.OriginRequestPolicyId |",
        "CacheBehaviors/0/CachePolicyId"
            + " | CacheBehaviors[/api/*].CachePolicyId | : nothing is cached",
        "CacheBehaviors/0/OriginRequestPolicyId"
            + " | CacheBehaviors[/api/*].OriginRequestPolicyId | : all but the host is handed on",
      })
  void distributionSettingsThatWorkOnlyInAwsAreNamed(String place, String named, String why)
      throws Exception {
    assertThat(gapsWith("/Resources/Door/Properties/DistributionConfig/" + place))
        .containsExactly(
            "property '%s' of AWS::CloudFront::Distribution 'Door' has no effect locally%s"
                .formatted(named, why == null ? "" : why));
  }

  @Test
  void anErrorThatCloudFrontKeepsIsNamed() throws Exception {
    var json =
        JSON.readTree(TEMPLATE.replace("\"ErrorCachingMinTTL\": 0", "\"ErrorCachingMinTTL\": 10"));

    assertThat(Coverage.gaps(new Template(json)))
        .containsExactly(
            "property 'CustomErrorResponses[503].ErrorCachingMinTTL' of"
                + " AWS::CloudFront::Distribution 'Door' has no effect locally: nothing is cached");
  }

  @Test
  void aDoorThatHandsNothingOnIsNamed() throws Exception {
    var json = (ObjectNode) JSON.readTree(TEMPLATE);
    ((ObjectNode) json.at("/Resources/Door/Properties/DistributionConfig/CacheBehaviors/0"))
        .remove("OriginRequestPolicyId");

    assertThat(Coverage.gaps(new Template(json)))
        .singleElement()
        .asString()
        .contains("CacheBehaviors[/api/*].OriginRequestPolicyId");
  }

  @ParameterizedTest
  @CsvSource({
    "CorsConfig, CorsConfig",
    "RemoveHeadersConfig, RemoveHeadersConfig",
    "SecurityHeadersConfig/FrameOptions, SecurityHeadersConfig.FrameOptions"
  })
  void aHeaderThatIsNotSetHereIsNamed(String place, String named) throws Exception {
    assertThat(gapsWith("/Resources/Headers/Properties/ResponseHeadersPolicyConfig/" + place))
        .containsExactly(
            "property '%s' of AWS::CloudFront::ResponseHeadersPolicy 'Headers' has no effect locally"
                .formatted(named));
  }

  private static List<String> gapsWith(String pointer) throws Exception {
    var json = JSON.readTree(TEMPLATE);
    var place = JsonPointer.compile(pointer);
    ((ObjectNode) json.at(place.head())).put(place.last().getMatchingProperty(), "another");
    return Coverage.gaps(new Template(json));
  }
}
