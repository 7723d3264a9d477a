package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.local.gateway.Authorizer;
import io.github.cognitofirstlogin.local.gateway.IdentitySource;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An {@code AWS::ApiGatewayV2::Authorizer} of the template, if the gateway can run it. */
record AuthorizerResource(Resource resource, Resolver resolver, Consumer<String> warnings) {

  static final String TYPE = "AWS::ApiGatewayV2::Authorizer";

  /** The only kind of authorizer that the gateway runs. */
  private static final Map<String, String> KIND =
      Map.of(
          "AuthorizerType", "REQUEST",
          "AuthorizerPayloadFormatVersion", "2.0",
          "EnableSimpleResponses", "true");

  private static final Pattern INVOCATION =
      Pattern.compile(
          "arn:[^:]+:apigateway:[^:]+:lambda:path/2015-03-31/functions/(.+)/invocations");

  /** Empty, with a warning, for an authorizer that would decide differently in AWS. */
  Optional<Authorizer> authorizer(
      Function<String, Function<byte[], CompletableFuture<byte[]>>> functions) {
    for (var property : KIND.entrySet()) {
      if (!text(property.getKey()).equals(property.getValue())) {
        return unknown(property.getKey(), text(property.getKey()));
      }
    }
    var sources = texts(resolver.property(resource, "IdentitySource"));
    for (var source : sources) {
      if (!IdentitySource.isKnown(source)) {
        return unknown("IdentitySource", source);
      }
    }
    var uri = INVOCATION.matcher(text("AuthorizerUri"));
    if (!uri.matches()) {
      return unknown("AuthorizerUri", text("AuthorizerUri"));
    }
    if (resolver.property(resource, "AuthorizerResultTtlInSeconds").asInt() != 0) {
      warnings.accept(
          "property 'AuthorizerResultTtlInSeconds' of %s has no effect locally: nothing is cached"
              .formatted(resource));
    }
    return Optional.of(
        new Authorizer(
            functions.apply(uri.group(1)), sources.stream().map(IdentitySource::new).toList()));
  }

  private Optional<Authorizer> unknown(String property, String value) {
    warnings.accept(
        "%s does not run locally: its '%s' is '%s'".formatted(resource, property, value));
    return Optional.empty();
  }

  private String text(String property) {
    return resolver.property(resource, property).asText();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
