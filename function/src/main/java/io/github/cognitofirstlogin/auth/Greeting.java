package io.github.cognitofirstlogin.auth;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * Sends one public request to Cognito over the transport that later requests use. The request loads
 * the JDK's HTTP and TLS classes, which take most of the time of a first request.
 */
final class Greeting {
  private Greeting() {}

  /** Sends one request, ignores the answer, and closes the connection. */
  interface Way {
    void ask(URI address) throws IOException;
  }

  /** Continues without a network: the first request then loads the classes itself. */
  static void over(Way way, URI address) {
    try {
      way.ask(address);
    } catch (IOException | RuntimeException e) {
      // The request is optional, so its failure is ignored.
    } finally {
      forgetSessions();
    }
  }

  /**
   * Discards the TLS sessions, because all functions from one snapshot would resume the same
   * session.
   */
  private static void forgetSessions() {
    SSLSessionContext sessions = ofJdk().getClientSessionContext();
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
