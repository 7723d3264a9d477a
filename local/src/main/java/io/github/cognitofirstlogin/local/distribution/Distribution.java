package io.github.cognitofirstlogin.local.distribution;

import io.github.cognitofirstlogin.local.gateway.Front;
import io.github.cognitofirstlogin.userpool.http.Exchange;
import io.github.cognitofirstlogin.userpool.http.Handler;
import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The first behavior whose pattern matches serves a request. The last behavior matches every
 * request.
 */
public record Distribution(List<Behavior> behaviors) implements Front {

  public Distribution {
    behaviors = List.copyOf(behaviors);
  }

  @Override
  public void handle(Request request, Exchange exchange, Handler api) {
    var path = request.target().split("[?#]", 2)[0];
    var behavior = behaviors.stream().filter(one -> one.fits(path)).findFirst().orElseThrow();
    if (!behavior.methods().contains(request.method())) {
      exchange.send(methodNotAllowed());
    } else if (behavior.origin() instanceof FilesOrigin files) {
      exchange.send(files.response(path, request.method()));
    } else if (behavior.origin() instanceof ApiOrigin origin) {
      api.handle(origin.request(request), exchange);
    }
  }

  private static Response methodNotAllowed() {
    return Response.of(403)
        .with("content-type", "text/plain; charset=utf-8")
        .withBody(
            "This distribution is not configured to allow the HTTP request method that was used."
                .getBytes(StandardCharsets.UTF_8));
  }
}
