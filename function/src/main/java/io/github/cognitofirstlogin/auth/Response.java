package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.http.Json;
import io.github.cognitofirstlogin.auth.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** A reply in API Gateway's payload format 2.0, with the headers that every reply carries. */
final class Response {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "application/json; charset=utf-8",
          "cache-control", "no-store",
          "x-content-type-options", "nosniff",
          "strict-transport-security", "max-age=63072000; includeSubDomains",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "cross-origin-resource-policy", "same-site");

  private Response() {}

  static String of(Reply reply) {
    Map<String, Object> headers = new LinkedHashMap<>(HEADERS);
    headers.putAll(reply.headers());
    if (reply.status() == 401) {
      headers.put("www-authenticate", "Cookie realm=\"session\"");
    }
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("statusCode", reply.status());
    response.put("headers", headers);
    response.put("cookies", reply.cookies());
    response.put("body", Json.text(reply.body()));
    response.put("isBase64Encoded", false);
    return Json.text(response);
  }
}
