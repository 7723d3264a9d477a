package io.github.cognitofirstlogin.userpool.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.util.function.UnaryOperator;

/** Collects a request's body; answers a too long one itself and reads past it. */
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
