package io.github.cognitofirstlogin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitofirstlogin.userpool.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Like {@link Coverage}, for a distribution and its headers, whose properties are nested deeper.
 */
final class CloudFrontCoverage {

  static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
  static final String HEADERS = "AWS::CloudFront::ResponseHeadersPolicy";

  private static final Set<String> CONFIG =
      Set.of(
          // The local run uses these properties.
          "Aliases",
          "CacheBehaviors",
          "CustomErrorResponses",
          "DefaultCacheBehavior",
          "DefaultRootObject",
          "Origins",
          // Names, protocols and prices.
          "Comment",
          "Enabled",
          "HttpVersion",
          "IPV6Enabled",
          "PriceClass",
          "ViewerCertificate");

  private static final Set<String> ORIGIN =
      Set.of(
          // The local run uses these properties.
          "DomainName",
          "Id",
          "OriginCustomHeaders",
          "S3OriginConfig",
          // Properties of CloudFront's connections.
          "ConnectionAttempts",
          "ConnectionTimeout",
          "CustomOriginConfig",
          "OriginAccessControlId");

  private static final Set<String> ERROR_RESPONSE = Set.of("ErrorCachingMinTTL", "ErrorCode");

  private static final Set<String> FILES_BEHAVIOR =
      Set.of(
          // The local run uses these properties.
          "AllowedMethods",
          "PathPattern",
          "ResponseHeadersPolicyId",
          "TargetOriginId",
          // Compression and caching do not change a file, and the local run does not use TLS.
          "CachePolicyId",
          "Compress",
          "ViewerProtocolPolicy");

  private static final Set<String> API_BEHAVIOR =
      Set.of(
          // The local run uses these properties.
          "AllowedMethods",
          "PathPattern",
          "TargetOriginId",
          // Properties that make no difference here, or that are checked below.
          "CachePolicyId",
          "Compress",
          "OriginRequestPolicyId",
          "ViewerProtocolPolicy");

  /** CloudFront's own policies that the local run emulates in front of the API. */
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  private static final String ALL_VIEWER_EXCEPT_HOST_HEADER =
      "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  private static final Set<String> HEADERS_CONFIG =
      Set.of("Comment", "CustomHeadersConfig", "Name", "SecurityHeadersConfig");

  private static final Set<String> SECURITY_HEADERS =
      Set.of(
          "ContentSecurityPolicy",
          "ContentTypeOptions",
          "ReferrerPolicy",
          "StrictTransportSecurity");

  private final Resource resource;
  private final List<String> gaps = new ArrayList<>();

  private CloudFrontCoverage(Resource resource) {
    this.resource = resource;
  }

  static List<String> gapsOfDistribution(Resource resource) {
    var coverage = new CloudFrontCoverage(resource);
    coverage.distribution(resource.properties().path("DistributionConfig"));
    return List.copyOf(coverage.gaps);
  }

  static List<String> gapsOfHeaders(Resource resource) {
    var coverage = new CloudFrontCoverage(resource);
    var config = resource.properties().path("ResponseHeadersPolicyConfig");
    coverage.unknown("", config, HEADERS_CONFIG);
    coverage.unknown(
        "SecurityHeadersConfig.", config.path("SecurityHeadersConfig"), SECURITY_HEADERS);
    return List.copyOf(coverage.gaps);
  }

  private void distribution(JsonNode config) {
    unknown("", config, CONFIG);
    for (var origin : config.path("Origins")) {
      unknown("Origins[" + origin.path("Id").asText() + "].", origin, ORIGIN);
    }
    for (var response : config.path("CustomErrorResponses")) {
      errorResponse(response);
    }
    behavior("DefaultCacheBehavior.", config, config.path("DefaultCacheBehavior"));
    for (var behavior : config.path("CacheBehaviors")) {
      behavior("CacheBehaviors[" + behavior.path("PathPattern").asText() + "].", config, behavior);
    }
  }

  private void errorResponse(JsonNode response) {
    var path = "CustomErrorResponses[" + response.path("ErrorCode").asText() + "].";
    unknown(path, response, ERROR_RESPONSE);
    if (response.path("ErrorCachingMinTTL").asInt() != 0) {
      gap(path + "ErrorCachingMinTTL", ": nothing is cached");
    }
  }

  private void behavior(String path, JsonNode config, JsonNode behavior) {
    if (isOfFiles(config, behavior)) {
      unknown(path, behavior, FILES_BEHAVIOR);
      return;
    }
    unknown(path, behavior, API_BEHAVIOR);
    if (!behavior.path("CachePolicyId").asText().equals(CACHING_DISABLED)) {
      gap(path + "CachePolicyId", ": nothing is cached");
    }
    // Without this policy CloudFront passes on neither cookies nor query, so the local run would
    // differ.
    if (!behavior.path("OriginRequestPolicyId").asText().equals(ALL_VIEWER_EXCEPT_HOST_HEADER)) {
      gap(path + "OriginRequestPolicyId", ": all but the host is handed on");
    }
  }

  private static boolean isOfFiles(JsonNode config, JsonNode behavior) {
    return StreamSupport.stream(config.path("Origins").spliterator(), false)
        .filter(origin -> origin.path("Id").equals(behavior.path("TargetOriginId")))
        .anyMatch(origin -> origin.has("S3OriginConfig"));
  }

  private void unknown(String path, JsonNode object, Set<String> known) {
    object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name))
        .forEach(name -> gap(path + name, ""));
  }

  private void gap(String property, String why) {
    gaps.add("property '" + property + "' of " + resource + " has no effect locally" + why);
  }
}
