package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.http.Reply;

/** What one route does. */
public interface Endpoint {
  Reply handle(JsonBody body);
}
