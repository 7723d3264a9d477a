package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import io.github.cognitofirstlogin.infra.config.MailSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;

/**
 * A synthesized template, with the context and the feature flags of cdk.json, as in {@code cdk
 * deploy}. A JVM synthesizes each variant once.
 */
final class Synthesized {
  static final Map<String, Object> EVERY_KEY =
      Map.ofEntries(
          Map.entry(
              "allowedOrigins", List.of("https://app.example.com", "https://admin.example.com")),
          Map.entry("signInUrl", "https://app.example.com/login?from=mail&lang=en"),
          Map.entry("cookieDomain", "example.com"),
          Map.entry("cookieSameSite", "Lax"),
          Map.entry("apiDomainName", "api.example.com"),
          Map.entry(
              "certificateArn",
              "arn:aws:acm:eu-central-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"),
          Map.entry("hostedZoneId", "Z0123456789ABCDEFGHIJ"),
          Map.entry("hostedZoneName", "example.com"),
          Map.entry("confidentialClient", true),
          Map.entry("mfa", "required"),
          Map.entry("requiredAttributes", List.of("given_name", "email")),
          Map.entry("authSessionMinutes", 5),
          Map.entry("accessTokenMinutes", 30),
          Map.entry("refreshTokenDays", 7),
          Map.entry("featurePlan", "PLUS"),
          Map.entry("threatProtection", "enforced"),
          Map.entry("alarmTopicArn", "arn:aws:sns:eu-central-1:111122223333:alarms"),
          Map.entry("invitationFrom", "no-reply@example.com"),
          Map.entry("reservedConcurrency", 50),
          Map.entry("stage", "test"));

  /** The API has its own host name, and there is no page on another host. */
  static final Map<String, Object> OWN_NAME =
      Map.of(
          "apiDomainName",
          "api.example.com",
          "certificateArn",
          "arn:aws:acm:eu-central-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef");

  /** Page and API are on one host, with its own host name and a web ACL. */
  static final Map<String, Object> FRONT_DOOR =
      Map.of(
          "frontDoor",
          true,
          "webAclArn",
          "arn:aws:wafv2:us-east-1:111122223333:global/webacl/auth/01234567-89ab-cdef-0123-456789abcdef",
          "apiDomainName",
          "auth.example.com",
          "certificateArn",
          "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef",
          "hostedZoneId",
          "Z0123456789ABCDEFGHIJ",
          "hostedZoneName",
          "example.com");

  /** An existing user pool and an existing app client. */
  static final Map<String, Object> EXISTING_POOL =
      Map.of(
          "userPoolId", "eu-central-1_AbCdEfGhI", "userPoolClientId", "1example23456789abcdefghij");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Map<String, ?>, Synthesized> ALL = new HashMap<>();

  private final JsonNode template;

  private Synthesized(JsonNode template) {
    this.template = template;
  }

  /** The deployment without any configuration. */
  static Synthesized plain() {
    return with(Map.of());
  }

  static Synthesized full() {
    return with(EVERY_KEY);
  }

  static synchronized Synthesized with(Map<String, ?> context) {
    return ALL.computeIfAbsent(
        context,
        key -> {
          try {
            return new Synthesized(JSON.readTree(template(context, app -> {})));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The bytes of the template after a new synthesis. */
  static byte[] template(Map<String, ?> context, Consumer<App> change) {
    try {
      var jar = Files.createTempFile("function", ".jar");
      try {
        var merged = new LinkedHashMap<>(context());
        // This warning is known, and would be printed at each of the many syntheses.
        if (!context.containsKey("userPoolId")) {
          merged.put("invitationFrom", MailSender.COGNITO_DEFAULT);
        }
        merged.putAll(context);
        // With this setting the exception names the rules that were broken.
        merged.put("@aws-cdk/core:appMode", "inmemory");
        var app =
            App.Builder.create()
                .context(merged)
                .analyticsReporting(false)
                .outdir(Files.createTempDirectory(Path.of("infra", "target"), "cdk.out").toString())
                .build();
        AuthApp.assemble(app, AuthConfig.from(merged), FunctionJar.at(jar));
        change.accept(app);
        var stack = app.synth().getStacks().get(0);
        return Files.readAllBytes(Path.of(stack.getTemplateFullPath()));
      } finally {
        Files.delete(jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The context in cdk.json. */
  static Map<String, Object> context() {
    try {
      return JSON.convertValue(
          JSON.readTree(Path.of("cdk.json").toFile()).get("context"),
          new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode template() {
    return template;
  }

  /** The resources of a type, by logical id. */
  Map<String, JsonNode> all(String type) {
    var found = new LinkedHashMap<String, JsonNode>();
    template
        .get("Resources")
        .properties()
        .forEach(
            resource -> {
              if (resource.getValue().get("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
              }
            });
    return found;
  }

  String onlyId(String type) {
    assertThat(all(type)).hasSize(1);
    return all(type).keySet().iterator().next();
  }

  JsonNode only(String type) {
    return all(type).get(onlyId(type));
  }

  /** The properties of the only resource of a type. */
  JsonNode properties(String type) {
    return only(type).get("Properties");
  }

  /** The logical id of the function that a class handles. */
  String functionId(Class<?> handler) {
    var ids = new ArrayList<String>();
    all("AWS::Lambda::Function")
        .forEach(
            (id, function) -> {
              if (function
                  .at("/Properties/Handler")
                  .asText()
                  .startsWith(handler.getName() + "::")) {
                ids.add(id);
              }
            });
    assertThat(ids).as(handler.getName()).hasSize(1);
    return ids.get(0);
  }

  /** The properties of the function that a class handles. */
  JsonNode function(Class<?> handler) {
    return all("AWS::Lambda::Function").get(functionId(handler)).get("Properties");
  }

  /** The ARN of the alias that calls the function. */
  JsonNode liveOf(Class<?> handler) {
    var ids = new ArrayList<String>();
    all("AWS::Lambda::Alias")
        .forEach(
            (id, alias) -> {
              if (alias.at("/Properties/FunctionName").equals(ref(functionId(handler)))) {
                ids.add(id);
              }
            });
    assertThat(ids).as(handler.getName()).hasSize(1);
    return ref(ids.get(0));
  }

  /** The properties of that function's role. */
  JsonNode roleOf(Class<?> handler) {
    return all("AWS::IAM::Role")
        .get(function(handler).at("/Role/Fn::GetAtt/0").asText())
        .get("Properties");
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode ref(String logicalId) {
    return JSON.createObjectNode().put("Ref", logicalId);
  }

  static JsonNode arnOf(String logicalId) {
    var reference = JSON.createObjectNode();
    reference.putArray("Fn::GetAtt").add(logicalId).add("Arn");
    return reference;
  }

  static List<String> texts(JsonNode array) {
    return JSON.convertValue(array, new TypeReference<List<String>>() {});
  }

  static Map<String, JsonNode> members(JsonNode object) {
    return JSON.convertValue(object, new TypeReference<Map<String, JsonNode>>() {});
  }
}
