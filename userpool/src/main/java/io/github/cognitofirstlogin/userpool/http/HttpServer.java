package io.github.cognitofirstlogin.userpool.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Listens on this machine's loopback addresses only, IPv4 and, where there is one, IPv6, on one
 * port.
 */
public final class HttpServer implements AutoCloseable {

  static {
    // JDK 24 and newer print a warning at the first use of sun.misc.Unsafe, so Netty does not use
    // it.
    if (System.getProperty("io.netty.noUnsafe") == null) {
      System.setProperty("io.netty.noUnsafe", "true");
    }
  }

  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final int ATTEMPTS_AT_A_FREE_PORT = 20;
  private static final int MAX_BODY_BYTES = 1 << 20;

  /** More than either emulated service allows, so that each service refuses in its own way. */
  private static final int MAX_HEAD_BYTES = 64 * 1024;

  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("http", true), NioIoHandler.newFactory());
  private final ExecutorService workers =
      Executors.newCachedThreadPool(new DefaultThreadFactory("http-worker", true));
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong requestBytes = new AtomicLong();
  private final Limits limits;
  private final int port;

  private HttpServer(
      int port, int maxBodyBytes, Limits limits, Handler handler, UnaryOperator<Response> refusals)
      throws IOException {
    this.limits = limits;
    var bootstrap = bootstrap(handler, maxBodyBytes, refusals);
    try {
      this.port = bind(bootstrap, port);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Port 0 takes any free port. A port in use throws a {@link BindException}. */
  public static HttpServer start(int port, Handler handler) throws IOException {
    return start(port, MAX_BODY_BYTES, handler);
  }

  /** A longer body gets 413 and does not reach the handler. */
  public static HttpServer start(int port, int maxBodyBytes, Handler handler) throws IOException {
    return start(port, maxBodyBytes, handler, UnaryOperator.identity());
  }

  /** The last argument has a look at what this server answers before a handler is asked. */
  public static HttpServer start(
      int port, int maxBodyBytes, Handler handler, UnaryOperator<Response> refusals)
      throws IOException {
    return new HttpServer(port, maxBodyBytes, Limits.OF_ONE_MACHINE, handler, refusals);
  }

  /** With other limits than this machine's. */
  static HttpServer start(int maxBodyBytes, Limits limits, Handler handler) throws IOException {
    return new HttpServer(0, maxBodyBytes, limits, handler, UnaryOperator.identity());
  }

  public int port() {
    return port;
  }

  /** Ends every connection at once. */
  @Override
  public void close() {
    channels.close().awaitUninterruptibly();
    endWorkers();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /**
   * The workers end before the event loop, because a worker that still answers would log an error.
   */
  private void endWorkers() {
    workers.shutdownNow();
    try {
      boolean unused = workers.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServerBootstrap bootstrap(
      Handler handler, int maxBodyBytes, UnaryOperator<Response> refusals) {
    return new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 1024)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channels.add(channel);
                channel.closeFuture().addListener(closed -> connections.decrementAndGet());
                if (connections.incrementAndGet() > limits.connections()) {
                  channel.close();
                  return;
                }
                var patience = new Patience(limits, refusals);
                var bytes =
                    new HeldBytes(
                        requestBytes,
                        limits.requestBytes(),
                        MAX_HEAD_BYTES + maxBodyBytes,
                        refusals);
                channel
                    .pipeline()
                    .addLast(patience)
                    .addLast(bytes)
                    .addLast(
                        new HttpServerCodec(
                            new HttpDecoderConfig()
                                .setMaxInitialLineLength(MAX_HEAD_BYTES)
                                .setMaxHeaderSize(MAX_HEAD_BYTES)))
                    .addLast(new WholeRequests(maxBodyBytes, refusals))
                    .addLast(new Connection(handler, workers, refusals, patience, bytes));
              }
            });
  }

  private int bind(ServerBootstrap bootstrap, int wanted) throws IOException {
    for (var attempt = 1; ; attempt++) {
      var first = bind(bootstrap, IPV4, wanted);
      var bound = ((InetSocketAddress) first.localAddress()).getPort();
      if (!exists(IPV6)) {
        return bound;
      }
      try {
        bind(bootstrap, IPV6, bound);
        return bound;
      } catch (BindException e) {
        first.close().awaitUninterruptibly();
        if (wanted != 0 || attempt == ATTEMPTS_AT_A_FREE_PORT) {
          throw e;
        }
      }
    }
  }

  private Channel bind(ServerBootstrap bootstrap, byte[] address, int wanted) throws IOException {
    var bound =
        bootstrap
            .bind(new InetSocketAddress(InetAddress.getByAddress(address), wanted))
            .awaitUninterruptibly();
    if (bound.cause() != null) {
      var refused = new BindException("port " + wanted + " on this machine is in use");
      refused.initCause(bound.cause());
      throw refused;
    }
    channels.add(bound.channel());
    return bound.channel();
  }

  private static boolean exists(byte[] address) throws IOException {
    return NetworkInterface.getByInetAddress(InetAddress.getByAddress(address)) != null;
  }
}
