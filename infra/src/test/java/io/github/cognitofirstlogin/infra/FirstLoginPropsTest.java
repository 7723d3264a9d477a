package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.contract.SameSite;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.Names;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.sns.Topic;

/** The builder, as another team's app calls it. */
class FirstLoginPropsTest {
  @Test
  void whatTheSameAppMakesIsAccepted() {
    var template =
        inAStack(
            (stack, props) ->
                props
                    .apiDomainName(
                        "auth.example.com",
                        Certificate.Builder.create(stack, "Certificate")
                            .domainName("auth.example.com")
                            .build())
                    .hostedZone(
                        HostedZone.Builder.create(stack, "Zone").zoneName("example.com").build())
                    .alarmTopic(new Topic(stack, "Alarms")));

    assertThat(template.at("/Resources").toString())
        .contains("\"AlarmActions\":[" + refOf(template, "AWS::SNS::Topic") + "]")
        .contains("\"HostedZoneId\":" + refOf(template, "AWS::Route53::HostedZone"))
        .contains("\"CertificateArn\":" + refOf(template, "AWS::CertificateManager::Certificate"));
  }

  @Test
  void userPoolThatTheSameAppMakesCountsAsExisting() {
    var template =
        inAStack((stack, props) -> props.existingUserPool(new UserPool(stack, "People")));

    assertThat(all(template, "AWS::Cognito::UserPool")).hasSize(1);
    var pool = refOf(template, "AWS::Cognito::UserPool");
    assertThat(all(template, "AWS::Cognito::UserPoolClient").get(0).at("/Properties/UserPoolId"))
        .hasToString(pool);
    assertThat(environmentOf(template).get("USER_POOL_ID")).hasToString(pool);
  }

  @Test
  void appClientThatTheSameAppMakesIsTheOneThatPeopleSignInWith() {
    var template =
        inAStack(
            (stack, props) -> {
              var pool = new UserPool(stack, "People");
              props.existingUserPoolClient(
                  pool, UserPoolClient.Builder.create(stack, "Web").userPool(pool).build());
            });

    assertThat(all(template, "AWS::Cognito::UserPoolClient")).hasSize(1);
    assertThat(environmentOf(template).get("USER_POOL_CLIENT_ID"))
        .hasToString(refOf(template, "AWS::Cognito::UserPoolClient"));
  }

  /** Every method with a string argument accepts a value that is known only at the deployment. */
  @Test
  void textThatOnlyTheDeploymentKnowsIsNotChecked() {
    inAStack(
        (stack, props) -> {
          var host = parameter(stack, "Host");
          props
              .apiDomainName(
                  host, Certificate.fromCertificateArn(stack, "C", parameter(stack, "Arn")))
              .cookieDomain(parameter(stack, "Domain"))
              .cookieSameSite(SameSite.LAX)
              .allowedOrigins(List.of("https://" + parameter(stack, "Page")))
              .signInUrl("https://" + host + "/login")
              .invitationFrom(parameter(stack, "Sender"))
              .alarmTopic(Topic.fromTopicArn(stack, "T", parameter(stack, "Topic")));
        });
    inAStack(
        (stack, props) -> props.frontDoor(Path.of("web")).webAclArn(parameter(stack, "WebAcl")));
    inAStack(
        (stack, props) ->
            props.existingUserPoolClient(
                UserPool.fromUserPoolId(stack, "P", parameter(stack, "Pool")),
                UserPoolClient.fromUserPoolClientId(stack, "C", parameter(stack, "Client"))));
  }

  @Test
  void domainOfASenderThatOnlyTheDeploymentKnowsIsCutOutByTheTemplate() {
    var template = inAStack((stack, props) -> props.invitationFrom(parameter(stack, "Sender")));

    assertThat(
            all(template, "AWS::Cognito::UserPool")
                .get(0)
                .at("/Properties/EmailConfiguration/SourceArn")
                .toString())
        .contains("{\"Fn::Select\":[1,{\"Fn::Split\":[\"@\",{\"Ref\":\"Sender\"}]}]}");
  }

  @Test
  void choicesWithoutAnAppAreThoseOfTheContext() {
    var template =
        inAStack(
            (stack, props) ->
                props
                    .mfa(Mfa.REQUIRED)
                    .featurePlan(FeaturePlan.PLUS)
                    .threatProtection(StandardThreatProtectionMode.FULL_FUNCTION)
                    .confidentialClient(true)
                    .requiredAttributes(List.of("given_name"))
                    .authSessionValidity(Duration.minutes(5))
                    .accessTokenValidity(Duration.hours(1))
                    .refreshTokenValidity(Duration.days(7))
                    .reservedConcurrency(50));

    var pool = all(template, "AWS::Cognito::UserPool").get(0).get("Properties");
    assertThat(pool.get("MfaConfiguration").asText()).isEqualTo("ON");
    assertThat(pool.at("/UserPoolAddOns/AdvancedSecurityMode").asText()).isEqualTo("ENFORCED");
    var client = all(template, "AWS::Cognito::UserPoolClient").get(0).get("Properties");
    assertThat(client.get("AuthSessionValidity").asInt()).isEqualTo(5);
    assertThat(client.get("AccessTokenValidity").asInt()).isEqualTo(60);
    assertThat(client.get("RefreshTokenValidity").asInt()).isEqualTo(7 * 24 * 60);
    assertThat(environmentOf(template).get("AUTH_SESSION_VALIDITY").asText()).isEqualTo("5");
    assertThat(environmentOf(template).get("REFRESH_TOKEN_VALIDITY").asText()).isEqualTo("7");
  }

  @ParameterizedTest
  @MethodSource
  void refusalNamesTheMethodThatWasCalled(
      BiConsumer<Stack, FirstLoginProps.Builder> calls, String sentence) {
    assertThatThrownBy(() -> inAStack(calls))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  static Stream<Arguments> refusalNamesTheMethodThatWasCalled() {
    var topic = "arn:aws:sns:eu-west-1:111122223333:alarms.fifo";
    return Stream.of(
        refused(
            (stack, props) -> props.allowedOrigins(List.of("https://app.example.com/")),
            "allowedOrigins(...) must hold exact origins, https:// and a host in lower case with no"
                + " path or slash after it, got 'https://app.example.com/' (example:"
                + " https://app.example.com)"),
        refused(
            (stack, props) -> props.allowedOrigins(List.of("https://a.test", "https://a.test")),
            "allowedOrigins(...) must name each value once, got 'https://a.test' (example:"
                + " https://app.example.com)"),
        refused(
            (stack, props) -> props.alarmTopic(Topic.fromTopicArn(stack, "T", topic)),
            "alarmTopic(...) must be the ARN of a standard SNS topic, got '" + topic + "'"),
        refused(
            (stack, props) -> props.authSessionValidity(Duration.minutes(16)),
            "authSessionValidity(...) must be a whole number of minutes from 3 to 15, got 'PT16M'"),
        refused(
            (stack, props) -> props.authSessionValidity(Duration.seconds(200)),
            "authSessionValidity(...) must be a whole number of minutes from 3 to 15, got"
                + " 'PT3M20S'"),
        refused(
            (stack, props) -> props.accessTokenValidity(Duration.minutes(14)),
            "accessTokenValidity(...) must be a whole number of minutes from 15 to 60, got"
                + " 'PT14M'"),
        refused(
            (stack, props) -> props.refreshTokenValidity(Duration.hours(36)),
            "refreshTokenValidity(...) must be a whole number of days from 1 to 3650, got"
                + " 'PT36H'"),
        refused(
            (stack, props) ->
                props.refreshTokenValidity(
                    Duration.days(
                        CfnParameter.Builder.create(stack, "Days")
                            .type("Number")
                            .build()
                            .getValueAsNumber())),
            "refreshTokenValidity(...) must be known at synthesis, got 'a token'"),
        refused(
            (stack, props) -> props.reservedConcurrency(0),
            "reservedConcurrency(...) must be a whole number from 1 to 10000, got '0'"),
        refused(
            (stack, props) -> props.requiredAttributes(List.of("given_name", "given_name")),
            "requiredAttributes(...) must name each value once, got 'given_name' (example:"
                + " given_name)"),
        refused(
            (stack, props) ->
                props
                    .featurePlan(FeaturePlan.PLUS)
                    .threatProtection(StandardThreatProtectionMode.NO_ENFORCEMENT),
            "threatProtection(...) must be AUDIT_ONLY or FULL_FUNCTION, got 'NO_ENFORCEMENT'"),
        refused(
            (stack, props) -> props.threatProtection(StandardThreatProtectionMode.AUDIT_ONLY),
            "threatProtection(...) must stand beside featurePlan(FeaturePlan.PLUS), got"
                + " 'AUDIT_ONLY'"),
        refused(
            (stack, props) -> props.existingUserPool(new UserPool(stack, "P")).mfa(Mfa.OPTIONAL),
            "mfa(...) has no effect beside existingUserPool(...), leave one of them out, got"
                + " 'OPTIONAL'"),
        refused(
            (stack, props) -> props.existingUserPool(UserPool.fromUserPoolId(stack, "P", "people")),
            "existingUserPool(...) must be the id of a user pool, got 'people'"),
        refused(
            (stack, props) -> props.cookieDomain("example.com"),
            "cookieDomain(...) needs apiDomainName(...) beside it, got only 'example.com'"),
        refused(
            (stack, props) -> props.cookieSameSite(SameSite.LAX),
            "cookieSameSite(...) needs cookieDomain(...) beside it, got only 'LAX'"),
        refused(
            (stack, props) ->
                ownName(stack, props)
                    .cookieDomain("example.com")
                    .cookieSameSite(SameSite.LAX)
                    .allowedOrigins(List.of("https://app.example.org")),
            "cookieSameSite(...) must be None, for allowedOrigins(...) names"
                + " https://app.example.org, which is another site than api.example.com, got"
                + " 'Lax'"),
        refused(
            (stack, props) ->
                ownName(stack, props)
                    .hostedZone(
                        HostedZone.Builder.create(stack, "Z").zoneName("example.org").build()),
            "the name of hostedZone(...) must be the zone that holds apiDomainName api.example.com,"
                + " got 'example.org'"),
        refused(
            (stack, props) -> props.webAclArn("arn:aws:wafv2:eu-west-1:1:regional/webacl/a/b"),
            "webAclArn(...) must be the ARN of a WAF web ACL of the scope CLOUDFRONT, which is"
                + " global and in us-east-1, got 'arn:aws:wafv2:eu-west-1:1:regional/webacl/a/b'"
                + " (example: arn:aws:wafv2:us-east-1:111122223333:global/webacl/auth/01234567-89ab-"
                + "cdef-0123-456789abcdef)"),
        refused(
            (stack, props) -> props.frontDoor(Path.of("docs")),
            "frontDoor(...) needs a page, but docs has no index.html"),
        refused(
            (stack, props) ->
                props.frontDoor(Path.of("web")).allowedOrigins(List.of("https://a.example.com")),
            "allowedOrigins(...) has no effect beside frontDoor(...), leave one of them out, got"
                + " '[https://a.example.com]'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none.jar"})
  void missingJarIsNamed(String jar, @TempDir Path directory) {
    assertThatThrownBy(() -> FirstLoginProps.builder().functionJar(directory.resolve(jar)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("functionJar(...) must be the function's jar, got ");
  }

  @Test
  void missingHeadersOfThePageAreNamed(@TempDir Path page) throws IOException {
    Files.createFile(page.resolve("index.html"));
    var props = Others.props().frontDoor(page);

    assertThatThrownBy(props::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "frontDoor(...) needs a page, but %s must be a JSON object of response headers",
            page.resolve(".headers.json"));

    Files.writeString(page.resolve(".headers.json"), "{}");
    assertThat(props.build()).isNotNull();
  }

  /** Each name in a sentence is a method of the builder, and each key has a method. */
  @Test
  void everyKeyIsAMethodOfTheBuilderAndEveryMethodAKey() {
    var methods =
        Arrays.stream(FirstLoginProps.Builder.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .map(method -> method.getName() + "(...)")
            .collect(Collectors.toSet());
    methods.removeAll(Set.of("functionJar(...)", "build(...)"));

    var named =
        Arrays.stream(ContextKey.values())
            // Another app's stack has its own name.
            .filter(key -> key != ContextKey.STAGE)
            .map(Names.METHODS::of)
            .map(name -> name.substring(name.lastIndexOf(' ') + 1))
            .collect(Collectors.toSet());

    assertThat(named).isEqualTo(methods);
  }

  /** The messages of the synthesis name no context key either. */
  @Test
  void notesNameMethodsAndNoKey() {
    var notes = new ArrayList<String>();
    List<BiConsumer<Stack, FirstLoginProps.Builder>> apps =
        List.of(
            (stack, props) -> props.mfa(Mfa.REQUIRED),
            (stack, props) -> props.frontDoor(Path.of("web")),
            (stack, props) -> {
              var pool = new UserPool(stack, "People");
              props.existingUserPoolClient(
                  pool, UserPoolClient.Builder.create(stack, "Web").userPool(pool).build());
            });
    apps.forEach(choose -> assemble(choose, stack -> notes.addAll(Others.notes(stack))));

    assertThat(notes)
        .anySatisfy(note -> assertThat(note).contains("(mfa(...))"))
        .anySatisfy(note -> assertThat(note).contains("--client-id <UserPoolClientId>"))
        .anySatisfy(note -> assertThat(note).contains("set invitationFrom(...) to an address"))
        .noneSatisfy(note -> assertThat(note).containsAnyOf("context '", "context key", "Token["));
  }

  @Test
  void partsOfTheConstructAreAtHand() {
    assemble(
        (stack, props) -> {},
        stack -> {
          var login = (FirstLogin) stack.getNode().findChild("Login");

          assertThat(login.apiFunction().getFunctionName())
              .isNotEqualTo(login.authorizerFunction().getFunctionName());
          assertThat(login.logGroups()).hasSize(3).doesNotHaveDuplicates();
          assertThat(login.alarms()).hasSizeGreaterThan(10);
          assertThat(login.authorizer()).isSameAs(login.authorizer());
          assertThat(login.httpApi().getApiId()).isNotEmpty();
        });
  }

  private static Arguments refused(
      BiConsumer<Stack, FirstLoginProps.Builder> calls, String sentence) {
    return Arguments.of(calls, sentence);
  }

  private static FirstLoginProps.Builder ownName(Stack stack, FirstLoginProps.Builder props) {
    return props.apiDomainName(
        "api.example.com",
        Certificate.Builder.create(stack, "C").domainName("api.example.com").build());
  }

  private static String parameter(Stack stack, String name) {
    return CfnParameter.Builder.create(stack, name).build().getValueAsString();
  }

  private static JsonNode inAStack(BiConsumer<Stack, FirstLoginProps.Builder> choose) {
    return assemble(choose, stack -> {});
  }

  private static JsonNode assemble(
      BiConsumer<Stack, FirstLoginProps.Builder> choose, Consumer<Stack> look) {
    return Others.templates(
            app -> {
              var stack = new Stack(app, "Orders");
              var props = Others.propsWithoutSender();
              choose.accept(stack, props);
              new FirstLogin(stack, "Login", props.build());
              look.accept(stack);
            })
        .get(0);
  }

  private static JsonNode environmentOf(JsonNode template) {
    return all(template, "AWS::Lambda::Function").stream()
        .map(function -> function.get("Properties"))
        .filter(
            function -> function.get("Handler").asText().startsWith(AuthHandler.class.getName()))
        .map(function -> function.at("/Environment/Variables"))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> all(JsonNode template, String type) {
    var found = new ArrayList<JsonNode>();
    template
        .get("Resources")
        .forEach(
            resource -> {
              if (resource.get("Type").asText().equals(type)) {
                found.add(resource);
              }
            });
    return found;
  }

  private static String refOf(JsonNode template, String type) {
    return template.get("Resources").properties().stream()
        .filter(resource -> resource.getValue().get("Type").asText().equals(type))
        .map(resource -> Synthesized.ref(resource.getKey()).toString())
        .findFirst()
        .orElseThrow();
  }
}
