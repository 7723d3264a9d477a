package io.github.cognitofirstlogin.userpool.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.util.function.UnaryOperator;

/**
 * Collects a request's body. This handler answers a request with a body that is too long, and drops
 * the rest of the body.
 */
final class WholeRequests extends HttpObjectAggregator {

  private final UnaryOperator<Response> refusals;

  WholeRequests(int maxBodyBytes, UnaryOperator<Response> refusals) {
    super(maxBodyBytes);
    this.refusals = refusals;
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
    Wire.refuse(ctx, refusals, 413, "Request Entity Too Large");
  }
}
