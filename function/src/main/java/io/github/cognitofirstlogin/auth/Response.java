package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.contract.ReplyHeaders;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.text.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A reply in API Gateway's payload format 2.0, with the headers that every reply has. */
final class Response {
  private Response() {}

  static String of(Reply reply) {
    Map<String, Object> headers = new LinkedHashMap<>(ReplyHeaders.ALL);
    headers.putAll(ReplyHeaders.UNLESS_PUBLIC);
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
