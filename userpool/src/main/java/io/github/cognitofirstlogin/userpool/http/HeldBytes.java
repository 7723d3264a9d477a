package io.github.cognitofirstlogin.userpool.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Counts the bytes of one connection's requests towards the server's limit for all requests. */
final class HeldBytes extends ChannelInboundHandlerAdapter {

  private final AtomicLong ofAll;
  private final long most;
  private final long longestRequest;
  private final UnaryOperator<Response> refusals;
  private long held;
  private long complete;
  private boolean refused;

  /**
   * @param longestRequest what is beyond it is read past and not held
   */
  HeldBytes(AtomicLong ofAll, long most, long longestRequest, UnaryOperator<Response> refusals) {
    this.ofAll = ofAll;
    this.most = most;
    this.longestRequest = longestRequest;
    this.refusals = refusals;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    if (refused) {
      ReferenceCountUtil.release(bytes);
      return;
    }
    if (bytes instanceof ByteBuf buffer) {
      var more = Math.max(0, Math.min(buffer.readableBytes(), longestRequest - (held - complete)));
      held += more;
      if (ofAll.addAndGet(more) > most) {
        refused = true;
        ReferenceCountUtil.release(bytes);
        Wire.refuse(ctx.pipeline().lastContext(), refusals, 503, "Service Unavailable");
        return;
      }
    }
    ctx.fireChannelRead(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ofAll.addAndGet(-held);
    held = 0;
    complete = 0;
    ctx.fireChannelInactive();
  }

  /** Records that a request has arrived completely. */
  void complete() {
    complete = held;
  }

  /** Records that every request has its answer. */
  void free() {
    ofAll.addAndGet(-complete);
    held -= complete;
    complete = 0;
  }
}
