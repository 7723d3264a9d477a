package io.github.cognitofirstlogin.local.gateway;

import io.github.cognitofirstlogin.local.http.Exchange;
import io.github.cognitofirstlogin.local.http.Handler;
import io.github.cognitofirstlogin.local.http.Request;

/** What stands between callers and the API. */
@FunctionalInterface
public interface Front {

  /** Nothing: whoever calls, calls the API. */
  Front NONE = (request, exchange, api) -> api.handle(request, exchange);

  void handle(Request request, Exchange exchange, Handler api);
}
