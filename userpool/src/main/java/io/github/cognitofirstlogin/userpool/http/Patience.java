package io.github.cognitofirstlogin.userpool.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose request does not arrive in time, even if it sends single bytes, and an
 * idle connection. This handler counts the raw bytes, before they are parsed.
 */
final class Patience extends ChannelInboundHandlerAdapter {

  private final Limits limits;
  private final UnaryOperator<Response> refusals;
  private boolean arriving;
  private boolean answering;
  private boolean ended;
  private @Nullable ScheduledFuture<?> end;

  Patience(Limits limits, UnaryOperator<Response> refusals) {
    this.limits = limits;
    this.refusals = refusals;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    idle(ctx);
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    if (ended) {
      ReferenceCountUtil.release(bytes);
      return;
    }
    if (!arriving && !answering) {
      arriving = true;
      endAfter(ctx, limits.request().toMillis());
    }
    ctx.fireChannelRead(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    endWith(null);
    ctx.fireChannelInactive();
  }

  /** The request is complete, so the client does not cause any further delay. */
  void answering() {
    answering = true;
    arriving = false;
    endWith(null);
  }

  /** Every request has its answer. */
  void answered(ChannelHandlerContext ctx) {
    answering = false;
    idle(ctx);
  }

  private void idle(ChannelHandlerContext ctx) {
    endAfter(ctx, limits.idle().toMillis());
  }

  private void endAfter(ChannelHandlerContext ctx, long millis) {
    endWith(ctx.executor().schedule(() -> end(ctx), millis, TimeUnit.MILLISECONDS));
  }

  private void endWith(@Nullable ScheduledFuture<?> other) {
    if (end != null) {
      end.cancel(false);
    }
    end = other;
  }

  private void end(ChannelHandlerContext ctx) {
    ended = true;
    if (arriving) {
      // From the last handler: the reply has to pass the codec.
      Wire.refuse(ctx.pipeline().lastContext(), refusals, 408, "Request Timeout");
    } else {
      Wire.close(ctx);
    }
  }
}
