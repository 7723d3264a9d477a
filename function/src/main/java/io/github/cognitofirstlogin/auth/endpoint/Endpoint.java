package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;

/**
 * The code of one route. The calls of {@code userPool} end within the time limit of the request.
 */
public interface Endpoint {
  Reply handle(Request request, UserPool userPool);
}
