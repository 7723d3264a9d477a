package io.github.cognitofirstlogin.auth.session;

import io.github.cognitofirstlogin.auth.contract.TimeLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The address at which a user pool publishes its signing keys. */
public record JwksUrl(URI uri) implements SigningKeys.Source {
  private static final int TIMEOUT_MILLIS = 2000;

  /**
   * The time limit of the whole fetch. Each read has its own timeout, but a slow server could send
   * single bytes for ever.
   */
  private static final Duration LONGEST = TimeLimit.SIGNING_KEYS.duration();

  /** The largest key set that is read into memory; Cognito's sets have two keys. */
  private static final int MAX_BYTES = 64 * 1024;

  /**
   * The fetch runs in its own thread, because nothing else ends the wait for slow response headers.
   */
  @Override
  public String read() throws IOException {
    FutureTask<String> reading = new FutureTask<>(this::fetched);
    Thread thread = new Thread(reading, "jwks");
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the key set could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String fetched() throws IOException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    try {
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setInstanceFollowRedirects(false);
      // The next fetch is hours away or after a restore from the snapshot, so the connection is
      // closed.
      connection.setRequestProperty("Connection", "close");
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("status " + connection.getResponseCode());
      }
      try (InputStream body = connection.getInputStream()) {
        return text(body, deadline);
      }
    } finally {
      connection.disconnect();
    }
  }

  private static String text(InputStream body, long deadline) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      text.write(buffer, 0, read);
      if (text.size() > MAX_BYTES || System.nanoTime() - deadline > 0) {
        throw new IOException("too large or too slow");
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
