package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;

/** What one route does; {@code userPool} answers in time for this request. */
public interface Endpoint {
  Reply handle(Request request, UserPool userPool);
}
