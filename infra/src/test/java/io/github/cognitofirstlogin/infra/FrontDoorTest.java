package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import io.github.cognitofirstlogin.infra.config.WebPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;

/** Page and API on one host. */
class FrontDoorTest {
  private static final Synthesized STACK = Synthesized.with(Map.of("frontDoor", true));
  private static final Synthesized FULL = Synthesized.with(Synthesized.FRONT_DOOR);
  private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

  @Test
  void deploymentWithoutAFrontDoorHasNoDistribution() {
    assertThat(Synthesized.plain().all(DISTRIBUTION)).isEmpty();
    assertThat(Synthesized.with(Map.of("frontDoor", false)).template())
        .isEqualTo(Synthesized.plain().template());
  }

  @Test
  void pageIsReadByTheDistributionAlone() {
    var bucket = STACK.properties("AWS::S3::Bucket");
    var policy = STACK.properties("AWS::S3::BucketPolicy").toString();

    assertThat(Synthesized.members(bucket.get("PublicAccessBlockConfiguration")).values())
        .hasSize(4)
        .allMatch(JsonNode::asBoolean);
    assertThat(origin(STACK, pageBehavior(STACK)).has("OriginAccessControlId")).isTrue();
    assertThat(policy).contains("cloudfront.amazonaws.com", STACK.onlyId(DISTRIBUTION));
    assertThat(STACK.properties("AWS::CloudFront::OriginAccessControl").toString())
        .contains("\"SigningBehavior\":\"always\"");
  }

  @Test
  void bucketIsEmptiedAndGoesWithTheStack() {
    var emptying = STACK.only("Custom::S3AutoDeleteObjects");

    assertThat(emptying.at("/Properties/BucketName"))
        .isEqualTo(Synthesized.ref(STACK.onlyId("AWS::S3::Bucket")));
    assertThat(emptying.get("DeletionPolicy").asText()).isEqualTo("Delete");
    assertThat(STACK.only("AWS::S3::Bucket").get("DeletionPolicy").asText()).isEqualTo("Delete");
  }

  @Test
  void everyFunctionsLogGoesWithTheStackAndIsKeptForAMonth() {
    assertThat(STACK.all("AWS::Lambda::Function")).hasSize(4);
    for (var function : STACK.all("AWS::Lambda::Function").values()) {
      var log = function.at("/Properties/LoggingConfig/LogGroup/Ref").asText();
      assertThat(STACK.all("AWS::Logs::LogGroup")).containsKey(log);
    }
    assertThat(STACK.all("AWS::Logs::LogGroup").values())
        .allSatisfy(
            log -> {
              assertThat(log.at("/Properties/RetentionInDays").asInt()).isEqualTo(30);
              assertThat(log.get("DeletionPolicy").asText()).isEqualTo("Delete");
            });
  }

  @Test
  void apiIsNeverCachedAndSeesAllButTheHost() {
    var api = apiBehavior(STACK);

    assertThat(api.get("PathPattern").asText()).isEqualTo("/api/*");
    // Managed policies: CachingDisabled and AllViewerExceptHostHeader.
    assertThat(api.get("CachePolicyId").asText()).isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    assertThat(api.get("OriginRequestPolicyId").asText())
        .isEqualTo("b689b0a8-53d0-40ab-baf2-68738e2966ac");
    assertThat(api.get("ViewerProtocolPolicy").asText()).isEqualTo("https-only");
    assertThat(Synthesized.texts(api.get("AllowedMethods"))).contains("POST", "DELETE");
    assertThat(origin(STACK, api).at("/CustomOriginConfig/OriginProtocolPolicy").asText())
        .isEqualTo("https-only");
    assertThat(origin(STACK, api).get("DomainName").toString())
        .contains(STACK.onlyId("AWS::ApiGatewayV2::Api"), "execute-api");
  }

  @Test
  void errorOfOneRequestIsNotKeptForOthers() {
    var errors = config(STACK).get("CustomErrorResponses");

    // All statuses for which CloudFront has this setting. It caches them for ten seconds by
    // default.
    assertThat(errors)
        .extracting(error -> error.get("ErrorCode").asInt())
        .containsExactlyInAnyOrder(400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504);
    // The caller still gets the status and the body of the API.
    assertThat(errors)
        .allSatisfy(
            error ->
                assertThat(Synthesized.members(error))
                    .containsOnlyKeys("ErrorCode", "ErrorCachingMinTTL")
                    .hasEntrySatisfying(
                        "ErrorCachingMinTTL", seconds -> assertThat(seconds.asInt()).isZero()));
  }

  @Test
  void pathsReachTheApiAsTheyAre() {
    // The stage is the first part of every path of the API, so no path is rewritten.
    assertThat(STACK.properties("AWS::ApiGatewayV2::Stage").get("StageName").asText())
        .isEqualTo("api");
    assertThat(STACK.all("AWS::CloudFront::Function")).isEmpty();
  }

  @Test
  void readingThePageIsAllThatItsFilesAllow() {
    assertThat(Synthesized.texts(pageBehavior(STACK).get("AllowedMethods")))
        .containsExactlyInAnyOrder("GET", "HEAD");
    assertThat(pageBehavior(STACK).get("ViewerProtocolPolicy").asText())
        .isEqualTo("redirect-to-https");
  }

  @Test
  void pageIsServedWithTheHeadersItIsWrittenFor() {
    var page = WebPage.in(Path.of("web"));
    var policy = STACK.properties("AWS::CloudFront::ResponseHeadersPolicy").toString();

    assertThat(page.headers()).isNotEmpty();
    assertThat(policy)
        .contains(
            Synthesized.json("\"" + page.headers().get("content-security-policy") + "\"")
                .toString());
    page.headers().keySet().stream()
        .filter(
            name ->
                !List.of(
                        "content-security-policy",
                        "x-content-type-options",
                        "referrer-policy",
                        "strict-transport-security")
                    .contains(name))
        .forEach(name -> assertThat(policy).contains("\"" + name + "\""));
    assertThat(policy).contains("ContentTypeOptions", "no-referrer", "AccessControlMaxAgeSec");
    assertThat(pageBehavior(STACK).get("ResponseHeadersPolicyId"))
        .isEqualTo(Synthesized.ref(STACK.onlyId("AWS::CloudFront::ResponseHeadersPolicy")));
  }

  @Test
  void headerThatCloudFrontDoesNotKnowIsRefused(@TempDir Path page) throws IOException {
    Files.createFile(page.resolve("index.html"));
    Files.writeString(page.resolve(".headers.json"), "{\"referrer-policy\":\"sometimes\"}");

    assertThatThrownBy(
            () ->
                Others.templates(
                    app ->
                        new FirstLogin(
                            new Stack(app, "Orders"),
                            "Login",
                            Others.props().frontDoor(page).build())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the page's header referrer-policy must be one that CloudFront knows, got 'sometimes'"
                + " (example: no-referrer)");
  }

  @Test
  void cookiesAreThoseOfOneHostAndNameThePathBrowsersSee() {
    assertThat(variable(STACK, AuthHandler.class, Setting.COOKIE_SHAPE).asText())
        .isEqualTo(CookieShape.SAME_ORIGIN.name());
    assertThat(variable(STACK, AuthHandler.class, Setting.API_PATH).asText()).isEqualTo("/api");
  }

  @Test
  void onlyPagesOfThisHostMayCall() {
    assertThat(variable(STACK, AuthHandler.class, Setting.ALLOWED_ORIGINS).toString())
        .contains("https://", "\"" + STACK.onlyId(DISTRIBUTION) + "\",\"DomainName\"");
    assertThat(variable(FULL, AuthHandler.class, Setting.ALLOWED_ORIGINS).asText())
        .isEqualTo("https://auth.example.com");
    assertThat(STACK.properties("AWS::ApiGatewayV2::Api").has("CorsConfiguration")).isFalse();
  }

  @Test
  void directRequestLacksTheFrontDoorsKey() {
    var sent = origin(STACK, apiBehavior(STACK)).at("/OriginCustomHeaders/0");

    assertThat(sent.get("HeaderName").asText()).isEqualTo("x-front-door-key");
    assertThat(sent.get("HeaderValue").toString())
        .contains("{{resolve:secretsmanager:", STACK.onlyId("AWS::SecretsManager::Secret"));
    for (var handler : List.of(AuthHandler.class, SessionAuthorizer.class)) {
      assertThat(variable(STACK, handler, Setting.FRONT_DOOR_KEY))
          .isEqualTo(sent.get("HeaderValue"));
    }
    assertThat(STACK.properties("AWS::SecretsManager::Secret").has("SecretString")).isFalse();
  }

  @Test
  void connectionsAreModern() {
    var config = config(FULL);

    assertThat(config.get("HttpVersion").asText()).isEqualTo("http2and3");
    assertThat(config.get("IPV6Enabled").asBoolean()).isTrue();
    assertThat(config.at("/ViewerCertificate/MinimumProtocolVersion").asText())
        .isEqualTo("TLSv1.2_2021");
  }

  @Test
  void ownNameIsTheDoorsAndTheApiHasNoOther() {
    assertThat(Synthesized.texts(config(FULL).get("Aliases"))).containsExactly("auth.example.com");
    assertThat(FULL.all("AWS::ApiGatewayV2::DomainName")).isEmpty();
    assertThat(FULL.all("AWS::Route53::RecordSet")).hasSize(2);
    assertThat(FULL.template().at("/Outputs/ApiUrl/Value").asText())
        .isEqualTo("https://auth.example.com/api");
    assertThat(FULL.template().at("/Outputs/PageUrl/Value").asText())
        .isEqualTo("https://auth.example.com");
  }

  @Test
  void nameThatLedToTheApiLeadsToTheDoorByTheSameRecords() {
    var without = new HashMap<>(Synthesized.FRONT_DOOR);
    without.keySet().removeAll(List.of("frontDoor", "webAclArn"));
    var records = FULL.all("AWS::Route53::RecordSet");

    // CloudFormation would create new records first, and Route 53 does not allow two records with
    // one name.
    assertThat(records.keySet())
        .isEqualTo(Synthesized.with(without).all("AWS::Route53::RecordSet").keySet());
    assertThat(records.values())
        .allSatisfy(
            record ->
                assertThat(record.at("/Properties/AliasTarget/DNSName"))
                    .isEqualTo(
                        Synthesized.json(
                            "{\"Fn::GetAtt\":[\"%s\",\"DomainName\"]}"
                                .formatted(FULL.onlyId(DISTRIBUTION)))));
  }

  @Test
  void invitationLinksToTheDoor() {
    assertThat(FULL.properties("AWS::Cognito::UserPool").toString())
        .contains("https://auth.example.com");
  }

  @Test
  void firewallIsTheGivenOne() {
    assertThat(config(FULL).get("WebACLId").asText())
        .isEqualTo(Synthesized.FRONT_DOOR.get("webAclArn"));
    assertThat(config(STACK).has("WebACLId")).isFalse();
  }

  @Test
  void everyVariantPassesTheRules() {
    for (var context : List.of(Map.<String, Object>of("frontDoor", true), Synthesized.FRONT_DOOR)) {
      assertThatCode(() -> Synthesized.template(context, app -> {})).doesNotThrowAnyException();
    }
  }

  @Test
  void poolAndClientAreTheSameWithAndWithoutIt() {
    for (var type : List.of("AWS::Cognito::UserPool", "AWS::Cognito::UserPoolClient")) {
      assertThat(STACK.all(type)).isEqualTo(Synthesized.plain().all(type));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "allowedOrigins, https://app.example.com",
    "cookieDomain, example.com",
    "cookieSameSite, Lax",
  })
  void settingThatPutsPageAndApiOnDifferentHostsIsRefused(String key, String value) {
    var context = new HashMap<>(Synthesized.FRONT_DOOR);
    context.put(key, value);

    assertThatThrownBy(() -> AuthConfig.from(context))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessageStartingWith(
            "context '%s' has no effect beside context 'frontDoor'".formatted(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/auth/01234567-89ab-cdef-0123-456789abcdef",
        "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/auth/01234567-89ab-cdef-0123-456789abcdef",
        "arn:aws:wafv2:eu-central-1:111122223333:global/webacl/auth/01234567-89ab-cdef-0123-456789abcdef",
        "arn:aws:waf::111122223333:webacl/01234567-89ab-cdef-0123-456789abcdef"
      })
  void firewallOfAnotherScopeIsRefused(String arn) {
    assertThatThrownBy(() -> AuthConfig.from(Map.of("frontDoor", true, "webAclArn", arn)))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessageContaining("CLOUDFRONT");
  }

  @Test
  void firewallNeedsADoor() {
    for (var context :
        List.of(
            Map.of("webAclArn", Synthesized.FRONT_DOOR.get("webAclArn")),
            Map.of("webAclArn", Synthesized.FRONT_DOOR.get("webAclArn"), "frontDoor", "false"))) {
      assertThatThrownBy(() -> AuthConfig.from(context))
          .isInstanceOf(SynthesisRefused.class)
          .hasMessageStartingWith("context 'webAclArn' needs context 'frontDoor' beside it");
    }
  }

  @Test
  void certificateOfAnotherRegionIsRefused() {
    var context = new HashMap<>(Synthesized.FRONT_DOOR);
    context.put("certificateArn", Synthesized.EVERY_KEY.get("certificateArn"));

    assertThatThrownBy(() -> AuthConfig.from(context))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessageContaining("us-east-1");
    assertThat(Pasted.after(context).context())
        .containsEntry("certificateArn", Synthesized.FRONT_DOOR.get("certificateArn"));
  }

  private static JsonNode config(Synthesized stack) {
    return stack.properties(DISTRIBUTION).get("DistributionConfig");
  }

  private static JsonNode pageBehavior(Synthesized stack) {
    return config(stack).get("DefaultCacheBehavior");
  }

  private static JsonNode apiBehavior(Synthesized stack) {
    assertThat(config(stack).get("CacheBehaviors")).hasSize(1);
    return config(stack).at("/CacheBehaviors/0");
  }

  private static JsonNode origin(Synthesized stack, JsonNode behavior) {
    return StreamSupport.stream(config(stack).get("Origins").spliterator(), false)
        .filter(origin -> origin.get("Id").equals(behavior.get("TargetOriginId")))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode variable(Synthesized stack, Class<?> handler, Setting setting) {
    return stack.function(handler).at("/Environment/Variables/" + setting.name());
  }
}
