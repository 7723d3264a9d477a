package io.github.cognitofirstlogin.local.gateway;

import io.github.cognitofirstlogin.userpool.http.Exchange;
import io.github.cognitofirstlogin.userpool.http.Handler;
import io.github.cognitofirstlogin.userpool.http.Request;

/** What stands between callers and the API. */
@FunctionalInterface
public interface Front {

  /** Nothing: whoever calls, calls the API. */
  Front NONE = (request, exchange, api) -> api.handle(request, exchange);

  void handle(Request request, Exchange exchange, Handler api);
}
