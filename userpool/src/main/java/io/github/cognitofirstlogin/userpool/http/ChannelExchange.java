package io.github.cognitofirstlogin.userpool.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.concurrent.atomic.AtomicBoolean;

/** An exchange on a Netty channel. An exchange ends once, whichever thread ends it. */
final class ChannelExchange implements Exchange {

  private final ChannelHandlerContext ctx;
  private final boolean last;
  private final Runnable next;
  private final AtomicBoolean ended = new AtomicBoolean();

  ChannelExchange(ChannelHandlerContext ctx, boolean last, Runnable next) {
    this.ctx = ctx;
    this.last = last;
    this.next = next;
  }

  @Override
  public void send(Response response) {
    if (last) {
      end();
      ctx.writeAndFlush(Wire.encoded(response.with("Connection", "close")))
          .addListener(ChannelFutureListener.CLOSE);
    } else {
      end();
      // A listener that is added after the write may run after the next request has arrived.
      ctx.writeAndFlush(Wire.encoded(response), ctx.newPromise().addListener(sent -> next.run()));
    }
  }

  @Override
  public void sendThenClose(Response response) {
    end();
    ctx.writeAndFlush(Wire.encoded(response)).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void write(byte[] bytes) {
    if (ended.get()) {
      throw new IllegalStateException("the exchange has ended");
    }
    // Bypasses the codec, which allows only HTTP.
    var codec = ctx.pipeline().context(HttpServerCodec.class);
    if (codec == null) {
      return; // The client has closed the connection, and Netty has removed its handlers.
    }
    codec
        .writeAndFlush(Unpooled.copiedBuffer(bytes))
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  @Override
  public void close() {
    end();
    Wire.close(ctx);
  }

  @Override
  public void reset() {
    end();
    try {
      ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    } catch (ChannelException e) {
      return; // The client has closed the connection: there is nothing to reset.
    }
    Wire.close(ctx);
  }

  /** The handler threw an exception, so this method answers if the handler has not. */
  void fail() {
    if (!ended.get()) {
      sendThenClose(Response.json(500, "{\"message\":\"Internal Server Error\"}"));
    }
  }

  private void end() {
    if (!ended.compareAndSet(false, true)) {
      throw new IllegalStateException("the exchange has ended");
    }
  }
}
