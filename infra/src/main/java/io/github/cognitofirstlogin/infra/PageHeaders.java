package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.OneLine;
import io.github.cognitofirstlogin.infra.config.StrictTransport;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/**
 * The page's response headers in CloudFront's form, which separates security headers from the
 * others.
 */
final class PageHeaders {
  private PageHeaders() {}

  static ResponseHeadersPolicy policy(Construct scope, String id, Map<String, String> headers) {
    var security = ResponseSecurityHeadersBehavior.builder();
    var others = new ArrayList<ResponseCustomHeader>();
    headers.forEach(
        (name, value) -> {
          switch (name) {
            case "content-security-policy" ->
                security.contentSecurityPolicy(
                    ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(value)
                        .override(true)
                        .build());
            case "x-content-type-options" ->
                security.contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build());
            case "referrer-policy" ->
                security.referrerPolicy(
                    ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(referrerPolicy(value))
                        .override(true)
                        .build());
            case "strict-transport-security" ->
                security.strictTransportSecurity(strictTransport(value));
            default ->
                others.add(
                    ResponseCustomHeader.builder()
                        .header(name)
                        .value(value)
                        .override(true)
                        .build());
          }
        });
    return ResponseHeadersPolicy.Builder.create(scope, id)
        .responseHeadersPolicyName(AccountWideName.of(scope))
        .securityHeadersBehavior(security.build())
        .customHeadersBehavior(
            ResponseCustomHeadersBehavior.builder().customHeaders(others).build())
        .build();
  }

  private static HeadersReferrerPolicy referrerPolicy(String value) {
    return Arrays.stream(HeadersReferrerPolicy.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new SynthesisRefused(
                    "the page's header referrer-policy must be one that CloudFront knows, got '"
                        + OneLine.of(value)
                        + "' (example: no-referrer)"));
  }

  private static ResponseHeadersStrictTransportSecurity strictTransport(String value) {
    var header = StrictTransport.parse(value);
    return ResponseHeadersStrictTransportSecurity.builder()
        .accessControlMaxAge(Duration.seconds(header.maxAge().toSeconds()))
        .includeSubdomains(header.includeSubdomains())
        .override(true)
        .build();
  }
}
