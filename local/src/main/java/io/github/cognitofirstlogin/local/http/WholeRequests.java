package io.github.cognitofirstlogin.local.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;

/** Collects a request's body; answers a too long one itself and reads past it. */
final class WholeRequests extends HttpObjectAggregator {

  WholeRequests(int maxBodyBytes) {
    super(maxBodyBytes);
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
    Wire.refuse(ctx, 413, "Request Entity Too Large");
  }
}
