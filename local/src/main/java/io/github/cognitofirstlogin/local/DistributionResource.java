package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.local.distribution.ApiOrigin;
import io.github.cognitofirstlogin.local.distribution.Behavior;
import io.github.cognitofirstlogin.local.distribution.Distribution;
import io.github.cognitofirstlogin.local.distribution.FilesOrigin;
import io.github.cognitofirstlogin.local.distribution.Origin;
import io.github.cognitofirstlogin.local.template.CloudAssembly;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Resource;
import io.github.cognitofirstlogin.userpool.template.TemplateException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An {@code AWS::CloudFront::Distribution} of the template, with the resources that it refers to.
 */
final class DistributionResource {

  static final String TYPE = "AWS::CloudFront::Distribution";

  private static final String FILES_TYPE = "Custom::CDKBucketDeployment";

  private final CloudAssembly assembly;
  private final Resolver resolver;
  private final JsonNode config;

  DistributionResource(CloudAssembly assembly, Resolver resolver, Resource resource) {
    this.assembly = assembly;
    this.resolver = resolver;
    this.config = resolver.property(resource, "DistributionConfig");
  }

  /** The host names of page and API in AWS; without an alias only CloudFront's own. */
  static List<String> aliases(Resource resource) {
    return texts(resource.properties().at("/DistributionConfig/Aliases"));
  }

  Distribution distribution() {
    var behaviors = new ArrayList<Behavior>();
    for (var behavior : config.path("CacheBehaviors")) {
      behaviors.add(behavior(behavior.path("PathPattern").asText(), behavior));
    }
    behaviors.add(behavior("*", config.path("DefaultCacheBehavior")));
    return new Distribution(behaviors);
  }

  private Behavior behavior(String pathPattern, JsonNode behavior) {
    var methods = texts(behavior.path("AllowedMethods"));
    return Behavior.of(
        pathPattern,
        methods.isEmpty() ? Set.of("GET", "HEAD") : Set.copyOf(methods),
        origin(behavior));
  }

  private Origin origin(JsonNode behavior) {
    var id = behavior.path("TargetOriginId").asText();
    var origin =
        StreamSupport.stream(config.path("Origins").spliterator(), false)
            .filter(each -> each.path("Id").asText().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new TemplateException(
                        "In the template a distribution has no origin '%s'".formatted(id)));
    return origin.has("S3OriginConfig")
        ? new FilesOrigin(
            files(),
            config.path("DefaultRootObject").asText(),
            headers(behavior.path("ResponseHeadersPolicyId").asText()))
        : new ApiOrigin(origin.path("DomainName").asText(), customHeaders(origin));
  }

  private static Map<String, String> customHeaders(JsonNode origin) {
    return StreamSupport.stream(origin.path("OriginCustomHeaders").spliterator(), false)
        .collect(
            Collectors.toMap(
                header -> header.path("HeaderName").asText(),
                header -> header.path("HeaderValue").asText()));
  }

  private List<Path> files() {
    return assembly.template().resources(FILES_TYPE).stream()
        .flatMap(files -> texts(resolver.property(files, "SourceObjectKeys")).stream())
        .map(assembly::asset)
        .toList();
  }

  private Map<String, String> headers(String policyId) {
    var headers = new LinkedHashMap<String, String>();
    assembly.template().resources("AWS::CloudFront::ResponseHeadersPolicy").stream()
        .filter(policy -> policy.logicalId().equals(policyId))
        .map(policy -> resolver.property(policy, "ResponseHeadersPolicyConfig"))
        .forEach(
            policy -> {
              securityHeaders(policy.path("SecurityHeadersConfig"), headers);
              for (var header : policy.at("/CustomHeadersConfig/Items")) {
                headers.put(header.path("Header").asText(), header.path("Value").asText());
              }
            });
    return headers;
  }

  private static void securityHeaders(JsonNode security, Map<String, String> headers) {
    var contentSecurity = security.at("/ContentSecurityPolicy/ContentSecurityPolicy");
    if (contentSecurity.isTextual()) {
      headers.put("content-security-policy", contentSecurity.asText());
    }
    if (security.has("ContentTypeOptions")) {
      headers.put("x-content-type-options", "nosniff");
    }
    var referrer = security.at("/ReferrerPolicy/ReferrerPolicy");
    if (referrer.isTextual()) {
      headers.put("referrer-policy", referrer.asText());
    }
    var transport = security.path("StrictTransportSecurity");
    if (transport.isObject()) {
      headers.put(
          "strict-transport-security",
          "max-age=%d%s"
              .formatted(
                  transport.path("AccessControlMaxAgeSec").asLong(),
                  transport.path("IncludeSubdomains").asBoolean() ? "; includeSubDomains" : ""));
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
