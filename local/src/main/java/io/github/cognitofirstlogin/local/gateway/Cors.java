package io.github.cognitofirstlogin.local.gateway;

import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An API's CORS configuration. With a configuration, only the gateway sets CORS headers. */
public record Cors(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    boolean allowCredentials,
    Optional<Integer> maxAge) {

  private static final String ANY = "*";

  static boolean isPreflight(Request request) {
    return request.method().equals("OPTIONS")
        && request.header("origin").isPresent()
        && request.header("access-control-request-method").isPresent();
  }

  /** A browser treats missing headers as a refusal. */
  Response preflight(Request request) {
    var headers = new ArrayList<>(origin(request));
    if (allows(request)) {
      addList(headers, "access-control-allow-methods", allowMethods);
      addList(headers, "access-control-allow-headers", allowHeaders);
      maxAge.ifPresent(
          seconds -> headers.add(Map.entry("access-control-max-age", seconds.toString())));
    }
    return new Response(204, List.copyOf(headers), new byte[0]);
  }

  /** The reply with the API's CORS headers, which replace those of the back end. */
  Response onto(Response reply, Request request) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    reply.headers().stream().filter(header -> !isCorsHeader(header)).forEach(headers::add);
    headers.addAll(origin(request));
    if (allows(request)) {
      addList(headers, "access-control-expose-headers", exposeHeaders);
    }
    return new Response(reply.status(), List.copyOf(headers), reply.body());
  }

  private List<Map.Entry<String, String>> origin(Request request) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    if (allows(request)) {
      var any = allowOrigins.contains(ANY) && !allowCredentials;
      headers.add(
          Map.entry(
              "access-control-allow-origin", any ? ANY : request.header("origin").orElseThrow()));
      if (allowCredentials) {
        headers.add(Map.entry("access-control-allow-credentials", "true"));
      }
    }
    if (!allowOrigins.equals(List.of(ANY))) {
      headers.add(Map.entry("vary", "origin"));
    }
    return headers;
  }

  private boolean allows(Request request) {
    return request.header("origin").filter(this::allows).isPresent();
  }

  private boolean allows(String origin) {
    return allowOrigins.stream()
        .anyMatch(
            allowed ->
                allowed.equals(ANY)
                    || allowed.equals(origin)
                    || (allowed.endsWith("://*")
                        && origin.startsWith(allowed.substring(0, allowed.length() - 1))));
  }

  private static boolean isCorsHeader(Map.Entry<String, String> header) {
    return header.getKey().toLowerCase(Locale.ROOT).startsWith("access-control-");
  }

  private static void addList(
      List<Map.Entry<String, String>> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.add(Map.entry(name, String.join(",", values)));
    }
  }
}
