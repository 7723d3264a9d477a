package io.github.cognitofirstlogin.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.userpool.template.Template;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void supportedPropertyCausesNoWarning() throws Exception {
    assertThat(
            Coverage.gaps(
                template(
                    """
                    {"Log": {"Type": "AWS::Logs::LogGroup", "Properties": {"Anything": 1}},
                     "Route": {"Type": "AWS::ApiGatewayV2::Route",
                               "Properties": {"RouteKey": "GET /", "AuthorizationType": "NONE"}},
                     "Pool": {"Type": "AWS::Cognito::UserPool", "Properties": {"Anything": 1}}}
                    """)))
        .isEmpty();
  }

  @Test
  void functionsOfTheCdkThatHandleABucketAreNotMentioned() throws Exception {
    assertThat(
            Coverage.gaps(
                template(
                    """
                    {"CustomCDKBucketDeployment1": {"Type": "AWS::Lambda::Function",
                                                    "Properties": {"Layers": []}},
                     "Files": {"Type": "Custom::CDKBucketDeployment"},
                     "CustomS3AutoDeleteObjects1": {"Type": "AWS::Lambda::Function",
                                                    "Properties": {"Layers": []}},
                     "Emptying": {"Type": "Custom::S3AutoDeleteObjects"}}
                    """)))
        .isEmpty();
  }

  @Test
  void anUnknownTypeIsNamed() throws Exception {
    assertThat(Coverage.gaps(template("{\"Wall\": {\"Type\": \"AWS::WAFv2::WebACL\"}}")))
        .containsExactly("AWS::WAFv2::WebACL 'Wall' does not exist locally");
  }

  @Test
  void anUnknownPropertyIsNamed() throws Exception {
    assertThat(
            Coverage.gaps(
                template(
                    """
                    {"Route": {"Type": "AWS::ApiGatewayV2::Route",
                               "Properties": {"AuthorizationScopes": ["a"], "ApiKeyRequired": true}}}
                    """)))
        .containsExactly(
            "property 'AuthorizationScopes' of AWS::ApiGatewayV2::Route 'Route' has no effect locally",
            "property 'ApiKeyRequired' of AWS::ApiGatewayV2::Route 'Route' has no effect locally");
  }

  @Test
  void aConditionIsNamed() throws Exception {
    assertThat(
            Coverage.gaps(
                template(
                    "{\"Api\": {\"Type\": \"AWS::ApiGatewayV2::Api\", \"Condition\": \"C\"}}")))
        .containsExactly("the condition of AWS::ApiGatewayV2::Api 'Api' has no effect locally");
  }

  private static Template template(String resources) throws JsonProcessingException {
    return new Template(new ObjectMapper().readTree("{\"Resources\":" + resources + "}"));
  }
}
