package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.local.gateway.Authorizer;
import io.github.cognitofirstlogin.local.gateway.Cors;
import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.local.gateway.Integration;
import io.github.cognitofirstlogin.local.gateway.RouteKey;
import io.github.cognitofirstlogin.local.gateway.Routes;
import io.github.cognitofirstlogin.local.gateway.Throttle;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Resource;
import io.github.cognitofirstlogin.userpool.template.Template;
import io.github.cognitofirstlogin.userpool.template.TemplateException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Turns the template's {@code AWS::ApiGatewayV2} resources into the gateway's objects. */
final class ApiResources {

  private static final int DEFAULT_TIMEOUT_MILLIS = 30_000;

  /** A stage without its own limits has the account's limits. */
  private static final double ACCOUNT_BURST = 5_000;

  private static final double ACCOUNT_RATE = 10_000;

  private final Template template;
  private final Resolver resolver;
  private final Consumer<String> warnings;

  ApiResources(Template template, Resolver resolver, Consumer<String> warnings) {
    this.template = template;
    this.resolver = resolver;
    this.warnings = warnings;
  }

  /** The functions by their URIs in integrations. */
  HttpApi httpApi(
      String apiId,
      String region,
      String accountId,
      Function<String, Function<byte[], CompletableFuture<byte[]>>> functions) {
    var api = template.onlyResource("AWS::ApiGatewayV2::Api");
    var stage = template.onlyResource("AWS::ApiGatewayV2::Stage");
    var integrations = new HashMap<String, Integration>();
    for (var resource : template.resources("AWS::ApiGatewayV2::Integration")) {
      integrations.put("integrations/" + resource.logicalId(), integration(resource, functions));
    }
    var authorizers = new LinkedHashMap<String, Authorizer>();
    for (var resource : template.resources(AuthorizerResource.TYPE)) {
      new AuthorizerResource(resource, resolver, warnings)
          .authorizer(functions)
          .ifPresent(authorizer -> authorizers.put(resource.logicalId(), authorizer));
    }
    var routes =
        new Routes(
            template.resources("AWS::ApiGatewayV2::Route").stream()
                .map(route -> route(route, stage, integrations, authorizers))
                .toList());
    return new HttpApi(
        apiId,
        region,
        accountId,
        new HttpApi.Stage(resolver.property(stage, "StageName").asText()),
        authorizers.values().stream()
            .findFirst()
            .map(SampleRoute::behind)
            .map(routes::and)
            .orElse(routes),
        cors(resolver.property(api, "CorsConfiguration")));
  }

  private Integration integration(
      Resource resource, Function<String, Function<byte[], CompletableFuture<byte[]>>> functions) {
    require(resource, "IntegrationType", "AWS_PROXY");
    require(resource, "PayloadFormatVersion", "2.0");
    return new Integration(
        functions.apply(resolver.property(resource, "IntegrationUri").asText()),
        Duration.ofMillis(
            resolver.property(resource, "TimeoutInMillis").asInt(DEFAULT_TIMEOUT_MILLIS)));
  }

  private void require(Resource resource, String property, String value) {
    var actual = resolver.property(resource, property).asText();
    if (!actual.equals(value)) {
      throw new TemplateException(
          "In the template property '%s' of %s is '%s'; the local run knows only '%s'"
              .formatted(property, resource, actual, value));
    }
  }

  private Routes.Route route(
      Resource resource,
      Resource stage,
      Map<String, Integration> integrations,
      Map<String, Authorizer> authorizers) {
    var key = resolver.property(resource, "RouteKey").asText();
    var target = resolver.property(resource, "Target").asText();
    var integration = integrations.get(target);
    if (integration == null) {
      throw new TemplateException(
          "In the template property 'Target' of %s is '%s', which is no integration"
              .formatted(resource, target));
    }
    return new Routes.Route(
        new RouteKey(key), authorizer(resource, authorizers), integration, throttle(stage, key));
  }

  /** A route that needs no authorizer here but needs one in AWS must not be served. */
  private Optional<Authorizer> authorizer(Resource route, Map<String, Authorizer> authorizers) {
    var type = resolver.property(route, "AuthorizationType").asText("NONE");
    if (type.equals("NONE")) {
      return Optional.empty();
    }
    var id = resolver.property(route, "AuthorizerId").asText();
    if (!type.equals("CUSTOM") || !authorizers.containsKey(id)) {
      throw new TemplateException(
          "In the template %s is protected by %s '%s', which does not run locally"
              .formatted(route, type, id));
    }
    return Optional.of(authorizers.get(id));
  }

  private Throttle throttle(Resource stage, String routeKey) {
    var defaults = resolver.property(stage, "DefaultRouteSettings");
    var own = resolver.property(stage, "RouteSettings").path(routeKey);
    return new Throttle(
        own.path("ThrottlingBurstLimit")
            .asDouble(defaults.path("ThrottlingBurstLimit").asDouble(ACCOUNT_BURST)),
        own.path("ThrottlingRateLimit")
            .asDouble(defaults.path("ThrottlingRateLimit").asDouble(ACCOUNT_RATE)),
        System::nanoTime);
  }

  private static Optional<Cors> cors(JsonNode configuration) {
    return configuration.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Cors(
                texts(configuration.path("AllowOrigins")),
                texts(configuration.path("AllowMethods")),
                texts(configuration.path("AllowHeaders")),
                texts(configuration.path("ExposeHeaders")),
                configuration.path("AllowCredentials").asBoolean(),
                Optional.of(configuration.path("MaxAge"))
                    .filter(maxAge -> !maxAge.isMissingNode())
                    .map(JsonNode::asInt)));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
