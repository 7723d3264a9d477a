package io.github.cognitofirstlogin.auth.cognito;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What the failures of the HTTP client say about how far a request got. */
final class Transport {
  private Transport() {}

  /** Whether no byte of the request can have left: there never was a connection. */
  static boolean wasNotSent(Throwable failure) {
    return hasCause(failure, ConnectException.class)
        || hasCause(failure, NoRouteToHostException.class)
        || hasCause(failure, UnknownHostException.class)
        || hasCause(failure, SSLHandshakeException.class)
        || hasCause(failure, SSLPeerUnverifiedException.class)
        || causes(failure).anyMatch(Transport::isConnectTimeout);
  }

  static boolean hasCause(Throwable failure, Class<? extends Exception> type) {
    return causes(failure).anyMatch(type::isInstance);
  }

  /** The JDK has one class for two timeouts; only the text tells them apart. */
  private static boolean isConnectTimeout(Throwable failure) {
    return failure instanceof SocketTimeoutException
        && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(16);
  }
}
