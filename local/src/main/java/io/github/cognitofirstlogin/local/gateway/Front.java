package io.github.cognitofirstlogin.local.gateway;

import io.github.cognitofirstlogin.userpool.http.Exchange;
import io.github.cognitofirstlogin.userpool.http.Handler;
import io.github.cognitofirstlogin.userpool.http.Request;

/** A server between callers and the API. */
@FunctionalInterface
public interface Front {

  /** No server in front: callers call the API directly. */
  Front NONE = (request, exchange, api) -> api.handle(request, exchange);

  void handle(Request request, Exchange exchange, Handler api);
}
