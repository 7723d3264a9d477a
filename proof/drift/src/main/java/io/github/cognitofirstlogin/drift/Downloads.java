package io.github.cognitofirstlogin.drift;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** GET requests whose answers stay in memory: no file is left behind when one of them fails. */
final class Downloads {
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final Duration patience;

  Downloads(Duration patience) {
    this.patience = patience;
  }

  byte[] get(URI address) throws CannotCompare {
    var request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/vnd.pypi.simple.v1+json, */*;q=0.1")
            .build();
    // The timeout of a request ends with the headers of the answer, and this one covers its body.
    var pending = http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      var answer = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        throw new CannotCompare("%s answered HTTP %d.".formatted(address, answer.statusCode()));
      }
      return answer.body();
    } catch (ExecutionException e) {
      throw new CannotCompare("%s cannot be reached (%s).".formatted(address, reason(e)));
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new CannotCompare(
          "%s did not answer within %d seconds.".formatted(address, patience.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotCompare("The download of " + address + " was interrupted.");
    }
  }

  private static String reason(ExecutionException e) {
    return e.getCause() instanceof IOException cause
        ? cause.getClass().getSimpleName()
        : String.valueOf(e.getCause());
  }
}
