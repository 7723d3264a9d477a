package io.github.cognitofirstlogin.userpool.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

/**
 * The connection of one client. The requests of a connection reach the handler one after the other,
 * because HTTP/1.1 answers them in order.
 */
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {

  private record Waiting(Request request, boolean last) {}

  private final Handler handler;
  private final Executor workers;
  private final UnaryOperator<Response> refusals;
  private final Patience patience;
  private final HeldBytes bytes;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean busy;
  private boolean refused;

  Connection(
      Handler handler,
      Executor workers,
      UnaryOperator<Response> refusals,
      Patience patience,
      HeldBytes bytes) {
    this.patience = patience;
    this.bytes = bytes;
    this.handler = handler;
    this.workers = workers;
    this.refusals = refusals;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (refused) {
      return;
    }
    if (request.decoderResult().isFailure() || hostIsMissing(request)) {
      refused = true;
      refuse(ctx, request.decoderResult().cause());
      return;
    }
    patience.answering();
    bytes.complete();
    waiting.add(new Waiting(request(ctx, request), !HttpUtil.isKeepAlive(request)));
    if (busy) {
      // The client sends requests in a pipeline, so reading stops until the answers have caught up.
      ctx.channel().config().setAutoRead(false);
    } else {
      next(ctx);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Wire.close(ctx);
    var endedByEitherSide =
        cause instanceof IOException || cause instanceof PrematureChannelClosureException;
    if (!endedByEitherSide) {
      throw new IllegalStateException("the HTTP server failed", cause);
    }
  }

  /** Runs on the event loop after the last answer. */
  void next(ChannelHandlerContext ctx) {
    var turn = waiting.poll();
    busy = turn != null;
    if (turn == null) {
      patience.answered(ctx);
      bytes.free();
      ctx.channel().config().setAutoRead(true);
      return;
    }
    var exchange = new ChannelExchange(ctx, turn.last(), () -> next(ctx));
    try {
      workers.execute(() -> handle(turn.request(), exchange));
    } catch (RejectedExecutionException closing) {
      Wire.close(ctx);
    }
  }

  private void handle(Request request, ChannelExchange exchange) {
    try {
      handler.handle(request, exchange);
    } catch (RuntimeException | Error bug) {
      exchange.fail();
      throw bug;
    }
  }

  private static Request request(ChannelHandlerContext ctx, FullHttpRequest request) {
    List<Map.Entry<String, String>> headers =
        request.headers().entries().stream()
            .<Map.Entry<String, String>>map(h -> Map.entry(h.getKey(), h.getValue()))
            .toList();
    var remote = (InetSocketAddress) ctx.channel().remoteAddress();
    var local = (InetSocketAddress) ctx.channel().localAddress();
    return new Request(
        request.method().name(),
        request.uri(),
        headers,
        ByteBufUtil.getBytes(request.content()),
        new Request.Connection(
            NetUtil.toAddressString(remote.getAddress()),
            local.getPort(),
            request.protocolVersion().text()));
  }

  private static boolean hostIsMissing(FullHttpRequest request) {
    return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && request.headers().getAll(HttpHeaderNames.HOST).size() != 1;
  }

  private void refuse(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      Wire.refuse(ctx, refusals, 414, "URI Too Long");
    } else if (cause instanceof TooLongHttpHeaderException) {
      Wire.refuse(ctx, refusals, 431, "Request Header Fields Too Large");
    } else {
      Wire.refuse(ctx, refusals, 400, "Bad Request");
    }
  }
}
