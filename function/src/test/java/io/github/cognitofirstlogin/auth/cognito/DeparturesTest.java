package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** A request counts as sent only if its body was asked for. */
class DeparturesTest {
  static Stream<IOException> failures() {
    return Stream.of(
        new ConnectException("Connection refused"),
        new UnknownHostException("cognito-idp"),
        new SocketTimeoutException("Connect timed out"),
        new SSLHandshakeException("Received fatal alert: access_denied"),
        new SSLPeerUnverifiedException("another host"),
        new IOException("anything"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureBeforeTheBodyIsAskedForIsARequestThatWasNotSent(IOException failure) {
    assertThatThrownBy(() -> call(failure, false)).isInstanceOf(NotSent.class).hasCause(failure);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureAfterTheBodyIsAskedForMayBeOfARequestThatArrived(IOException failure) {
    assertThatThrownBy(() -> call(failure, true)).isSameAs(failure);
    assertThat(Transport.wasNotSent(new IllegalStateException(failure))).isFalse();
  }

  private static void call(IOException failure, boolean afterTheBody) throws IOException {
    HttpExecuteRequest request =
        HttpExecuteRequest.builder()
            .contentStreamProvider(() -> new ByteArrayInputStream(new byte[1]))
            .build();
    HttpExecuteResponse unused =
        new Departures(new Failing(failure, afterTheBody)).prepareRequest(request).call();
  }

  private record Failing(IOException failure, boolean afterTheBody) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          if (afterTheBody) {
            request.contentStreamProvider().orElseThrow().newStream().close();
          }
          throw failure;
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
