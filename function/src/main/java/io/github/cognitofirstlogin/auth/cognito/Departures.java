package io.github.cognitofirstlogin.auth.cognito;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Reports a failed request as {@link NotSent} if the HTTP client never asked for the request's
 * body. The client asks for the body only after the connection and its TLS handshake are complete.
 * The class of an exception proves nothing: the JDK reports some TLS alerts that follow the request
 * as a failed handshake.
 */
record Departures(SdkHttpClient transport) implements SdkHttpClient {
  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    AtomicBoolean bodyAsked = new AtomicBoolean(request.contentStreamProvider().isEmpty());
    ContentStreamProvider body =
        request.contentStreamProvider().map(given -> watched(given, bodyAsked)).orElse(null);
    ExecutableHttpRequest prepared =
        transport.prepareRequest(
            HttpExecuteRequest.builder()
                .request(request.httpRequest())
                .contentStreamProvider(body)
                .build());
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        try {
          return prepared.call();
        } catch (IOException | UncheckedIOException e) {
          if (bodyAsked.get()) {
            throw e;
          }
          throw new NotSent(e);
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private static ContentStreamProvider watched(ContentStreamProvider body, AtomicBoolean asked) {
    return () -> {
      asked.set(true);
      return body.newStream();
    };
  }

  @Override
  public String clientName() {
    return transport.clientName();
  }

  @Override
  public void close() {
    transport.close();
  }
}
