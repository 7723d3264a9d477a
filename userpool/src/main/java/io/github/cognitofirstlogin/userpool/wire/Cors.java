package io.github.cognitofirstlogin.userpool.wire;

import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;

/** The headers that let pages of any origin call the API, as Cognito's own endpoint sends them. */
final class Cors {

  private Cors() {}

  static Response allowed(Response response) {
    return response
        .with("Access-Control-Allow-Origin", "*")
        .with(
            "Access-Control-Expose-Headers",
            "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
  }

  static Response preflight(Request request) {
    return Response.of(200)
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Allow-Methods", "POST,GET,OPTIONS")
        .with(
            "Access-Control-Allow-Headers",
            request.header("Access-Control-Request-Headers").orElse("content-type,x-amz-target"))
        .with("Access-Control-Max-Age", "172800");
  }
}
