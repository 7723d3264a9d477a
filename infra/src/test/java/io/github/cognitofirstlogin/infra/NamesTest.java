package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.regioninfo.RegionInfo;

/** No resource name conflicts with one of another region, stack or construct. */
class NamesTest {
  private static final Synthesized DOOR = Synthesized.with(Map.of("frontDoor", true));

  /** The form of a name that AWS gives to a resource without a name. */
  private static final Map<String, String> LEFT_TO_CLOUDFORMATION =
      Map.ofEntries(
          Map.entry("AWS::CloudWatch::Alarm", "AlarmName"),
          Map.entry("AWS::CloudWatch::Dashboard", "DashboardName"),
          Map.entry("AWS::Cognito::UserPool", "UserPoolName"),
          Map.entry("AWS::Cognito::UserPoolClient", "ClientName"),
          Map.entry("AWS::Events::Rule", "Name"),
          Map.entry("AWS::IAM::Role", "RoleName"),
          Map.entry("AWS::Lambda::Function", "FunctionName"),
          Map.entry("AWS::Lambda::LayerVersion", "LayerName"),
          Map.entry("AWS::S3::Bucket", "BucketName"),
          Map.entry("AWS::SecretsManager::Secret", "Name"));

  @Test
  void cloudFrontsNamesHoldTheRegionAndAreShortEnoughForTheLongest() {
    var longest =
        RegionInfo.getRegions().stream()
            .map(RegionInfo::getName)
            .max(Comparator.comparing(String::length))
            .orElseThrow();

    assertThat(cloudFrontsNames(DOOR.template())).hasSize(2);
    for (var name : cloudFrontsNames(DOOR.template())) {
      var parts = name.at("/Fn::Join/1");
      assertThat(parts).hasSize(2);
      assertThat(parts.get(1)).isEqualTo(Synthesized.ref("AWS::Region"));
      assertThat(parts.get(0).asText()).matches("AuthFrontDoor[0-9A-F]{8}-");
      assertThat(parts.get(0).asText() + longest).hasSizeLessThanOrEqualTo(64);
    }
  }

  @Test
  void oneStackInTwoRegionsOfAnAccountHasNoNameOfCloudFrontTwice() {
    var names = new ArrayList<String>();
    for (var region : List.of("ap-southeast-1", "eu-west-1")) {
      var environment = Environment.builder().account("111122223333").region(region).build();
      var template =
          only(
              templates(
                  app ->
                      login(Stack.Builder.create(app, "Auth").env(environment).build(), "Login")));
      cloudFrontsNames(template)
          .forEach(name -> assertThat(name.asText()).endsWith("-" + region).hasSizeLessThan(65));
      names.addAll(cloudFrontsNames(template).stream().map(JsonNode::asText).distinct().toList());
    }

    assertThat(names).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void oneAppUnderTwoStackNamesHasNoNameOfCloudFrontTwice() {
    var names = new HashSet<JsonNode>();
    for (var stackName : List.of("orders-test", "orders-prod")) {
      names.addAll(
          cloudFrontsNames(
              only(
                  templates(
                      app ->
                          login(
                              Stack.Builder.create(app, "Orders").stackName(stackName).build(),
                              "Login")))));
    }

    assertThat(names).hasSize(2);
  }

  @Test
  void twoConstructsInAStackHaveNoNameTwice() {
    var template =
        only(
            templates(
                app -> {
                  var stack = new Stack(app, "Orders");
                  login(stack, "Customers");
                  login(stack, "Suppliers");
                }));

    for (var type :
        List.of(
            "AWS::CloudFront::ResponseHeadersPolicy",
            "AWS::CloudFront::OriginAccessControl",
            "AWS::ApiGatewayV2::Api",
            "AWS::Logs::QueryDefinition",
            "AWS::Logs::LogGroup")) {
      assertThat(namesOf(template, type)).as(type).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }
    assertThat(namesOf(template, "AWS::ApiGatewayV2::Api"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("Orders/Customers", "Orders/Suppliers");
    assertThat(namesOf(template, "AWS::Logs::QueryDefinition"))
        .extracting(JsonNode::asText)
        .contains("Orders/Customers/Faults", "Orders/Suppliers/Faults");
  }

  @Test
  void oneDeploymentIsCalledByItsStack() {
    assertThat(namesOf(DOOR.template(), "AWS::ApiGatewayV2::Api"))
        .extracting(JsonNode::asText)
        .containsExactly("Auth");
    assertThat(namesOf(DOOR.template(), "AWS::Logs::QueryDefinition"))
        .extracting(JsonNode::asText)
        .contains("Auth/Faults")
        .allMatch(name -> name.matches("Auth/[^/]+"));
  }

  @Test
  void accessLogIsBelowThePrefixThatTheAccountsPolicyHasRoomFor() {
    assertThat(namesOf(Synthesized.plain().template(), "AWS::Logs::LogGroup"))
        .extracting(JsonNode::asText)
        .singleElement()
        .asString()
        .matches("/aws/vendedlogs/Auth/AuthApi[0-9A-F]{8}");
  }

  @Test
  void accessLogOfANestedStackIsCalledByTheNameThatTheDeploymentGives() {
    var template =
        templates(app -> login(new NestedStack(new Stack(app, "Orders"), "Nested"), "Login"))
            .stream()
            .filter(each -> !namesOf(each, "AWS::ApiGatewayV2::Api").isEmpty())
            .findFirst()
            .orElseThrow();

    var name = namesOf(template, "AWS::Logs::LogGroup").get(0).at("/Fn::Join/1");
    assertThat(name.get(0).asText()).isEqualTo("/aws/vendedlogs/");
    assertThat(name.get(1)).isEqualTo(Synthesized.ref("AWS::StackName"));
    assertThat(name.get(2).asText()).matches("/OrdersNestedLoginApi[0-9A-F]{8}");
    assertThat(namesOf(template, "AWS::ApiGatewayV2::Api"))
        .extracting(JsonNode::asText)
        .containsExactly("Orders/Nested/Login");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 128})
  void noNameIsTooLongForItsService(int length) {
    var template =
        only(
            templates(
                app ->
                    login(
                        Stack.Builder.create(app, "Orders").stackName("a".repeat(length)).build(),
                        "Login")));
    var most =
        Map.of(
            "AWS::ApiGatewayV2::Api", 128,
            "AWS::Logs::QueryDefinition", 255,
            "AWS::Logs::LogGroup", 512);

    most.forEach(
        (type, characters) ->
            assertThat(namesOf(template, type))
                .isNotEmpty()
                .allSatisfy(
                    name -> assertThat(name.asText()).hasSizeLessThanOrEqualTo(characters)));
    assertThat(cloudFrontsNames(template))
        .allSatisfy(
            name ->
                assertThat(name.at("/Fn::Join/1/0").asText()).hasSizeLessThanOrEqualTo(64 - 20));
  }

  @Test
  void everyOtherNameIsLeftToCloudFormation() {
    for (var stack : List.of(Synthesized.full(), Synthesized.with(Synthesized.FRONT_DOOR))) {
      LEFT_TO_CLOUDFORMATION.forEach(
          (type, name) ->
              assertThat(stack.all(type).values())
                  .as(type)
                  .noneMatch(resource -> resource.get("Properties").has(name)));
    }
  }

  private static void login(Stack stack, String id) {
    new FirstLogin(stack, id, Others.props().frontDoor(Path.of("web")).build());
  }

  private static List<JsonNode> templates(Consumer<App> assemble) {
    return Others.templates(assemble);
  }

  private static JsonNode only(List<JsonNode> templates) {
    assertThat(templates).hasSize(1);
    return templates.get(0);
  }

  private static List<JsonNode> cloudFrontsNames(JsonNode template) {
    return Stream.of(
            "AWS::CloudFront::CachePolicy",
            "AWS::CloudFront::Function",
            "AWS::CloudFront::KeyValueStore",
            "AWS::CloudFront::OriginAccessControl",
            "AWS::CloudFront::OriginRequestPolicy",
            "AWS::CloudFront::ResponseHeadersPolicy")
        .flatMap(type -> namesOf(template, type).stream())
        .toList();
  }

  private static List<JsonNode> namesOf(JsonNode template, String type) {
    var names = new ArrayList<JsonNode>();
    template
        .get("Resources")
        .forEach(
            resource -> {
              if (resource.get("Type").asText().equals(type)) {
                var properties = resource.get("Properties");
                Stream.of(
                        properties.path("Name"),
                        properties.path("LogGroupName"),
                        properties.at("/ResponseHeadersPolicyConfig/Name"),
                        properties.at("/OriginAccessControlConfig/Name"),
                        properties.at("/CachePolicyConfig/Name"),
                        properties.at("/OriginRequestPolicyConfig/Name"))
                    .filter(name -> !name.isMissingNode())
                    .forEach(names::add);
              }
            });
    return names;
  }
}
