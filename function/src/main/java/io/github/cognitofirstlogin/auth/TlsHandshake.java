package io.github.cognitofirstlogin.auth;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;

/**
 * Loads what TLS needs, by greeting a server and going away: the larger part of what a first
 * request waits for. Below HTTP, so that the JDK keeps no connection for later.
 */
final class TlsHandshake {
  private static final int TIMEOUT_MILLIS = 2000;
  private static final int HTTPS_PORT = 443;

  private TlsHandshake() {}

  /** Harmless where there is no network: the first request then does what this would have done. */
  static void with(URI server) {
    if (!"https".equals(server.getScheme())) {
      return;
    }
    SSLContext context = ofJdk();
    int port = server.getPort() < 0 ? HTTPS_PORT : server.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(server.getHost(), port), TIMEOUT_MILLIS);
      plain.setSoTimeout(TIMEOUT_MILLIS);
      try (SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, server.getHost(), port, true)) {
        socket.startHandshake();
      }
    } catch (IOException e) {
      // As said above.
    }
    forgetSessions(context.getClientSessionContext());
  }

  /** Everything that starts from one snapshot would resume with the same secrets. */
  private static void forgetSessions(SSLSessionContext sessions) {
    for (byte[] id : Collections.list(sessions.getIds())) {
      SSLSession session = sessions.getSession(id);
      if (session != null) {
        session.invalidate();
      }
    }
  }

  private static SSLContext ofJdk() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }
}
