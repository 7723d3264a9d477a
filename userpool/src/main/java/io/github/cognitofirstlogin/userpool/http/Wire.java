package io.github.cognitofirstlogin.userpool.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Turns this server's answers into Netty's objects. */
final class Wire {

  private static final int LINGER_SECONDS = 2;

  private Wire() {}

  static FullHttpResponse encoded(Response response) {
    var encoded =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(response.status()),
            Unpooled.wrappedBuffer(response.body()));
    response.headers().forEach(header -> encoded.headers().add(header.getKey(), header.getValue()));
    if (!encoded.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
      encoded.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.body().length);
    }
    return encoded;
  }

  /** Closes the connection once everything written is out. */
  static void close(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  /**
   * Answers bytes that cannot become a {@link Request}. The connection closes only after the client
   * had time to read the answer, because closing it earlier would reset it.
   */
  static void refuse(
      ChannelHandlerContext ctx, UnaryOperator<Response> refusals, int status, String message) {
    var refusal =
        refusals
            .apply(Response.json(status, "{\"message\":\"" + message + "\"}"))
            .with("Connection", "close");
    ctx.writeAndFlush(encoded(refusal))
        .addListener(
            sent -> {
              ((SocketChannel) ctx.channel()).shutdownOutput().addListener(done -> {});
              ctx.executor()
                  .schedule(() -> close(ctx), LINGER_SECONDS, TimeUnit.SECONDS)
                  .addListener(scheduled -> {});
            });
  }
}
