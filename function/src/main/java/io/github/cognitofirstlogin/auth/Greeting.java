package io.github.cognitofirstlogin.auth;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * Asks Cognito for what anybody may read, over the way that requests will take: loading the JDK's
 * HTTP and TLS is the larger part of what a first request waits for.
 */
final class Greeting {
  private Greeting() {}

  /** One question, whose answer is of no interest, on a connection that is closed after it. */
  interface Way {
    void ask(URI address) throws IOException;
  }

  /** Harmless where there is no network: the first request then does what this would have done. */
  static void over(Way way, URI address) {
    try {
      way.ask(address);
    } catch (IOException | RuntimeException e) {
      // As said above.
    } finally {
      forgetSessions();
    }
  }

  /** Everything that starts from one snapshot would resume with the same secrets. */
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
