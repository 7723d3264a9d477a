package io.github.cognitofirstlogin.userpool;

import static io.github.cognitofirstlogin.userpool.ContractPool.CHOSEN;
import static io.github.cognitofirstlogin.userpool.ContractPool.TEMPORARY;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Measures how many requests a second the local pool answers, with callers in the same process. The
 * benchmark runs by name only, see docs/user-pool.md.
 */
class UserPoolBench {

  private static final int CALLERS = 4;
  private static final long WARM_UP_SECONDS = 10;
  private static final long MEASURED_SECONDS = 10;

  @Test
  void requestsASecond() throws Exception {
    try (var target = new LocalTarget()) {
      var pool = target.create(ContractRun.POOL, ContractRun.CLIENT);
      measure("password to challenge", target, login(pool, pool.newUser(), TEMPORARY));
      measure("password to tokens", target, login(pool, pool.newConfirmedUser(), CHOSEN));
    }
  }

  private static String login(ContractPool pool, String username, String password) {
    return """
        {"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"%s","AuthParameters":{"USERNAME":"%s","PASSWORD":"%s"}}"""
        .formatted(pool.clientId(), username, password);
  }

  private static void measure(String what, LocalTarget target, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(target.endpoint().orElseThrow()))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    run(request, WARM_UP_SECONDS);
    var cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    var before = cpu.getProcessCpuTime();
    var answered = run(request, MEASURED_SECONDS);
    var cpuSeconds = (cpu.getProcessCpuTime() - before) / 1e9;
    System.out.printf(
        "%s: %d requests/s, %.0f for each second of processor time%n",
        what, answered / MEASURED_SECONDS, answered / cpuSeconds);
  }

  private static long run(HttpRequest request, long seconds) throws Exception {
    var answered = new AtomicLong();
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    var callers = new Thread[CALLERS];
    for (var caller = 0; caller < CALLERS; caller++) {
      callers[caller] =
          new Thread(
              () -> {
                var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                while (System.nanoTime() < end) {
                  send(client, request);
                  answered.incrementAndGet();
                }
              });
      callers[caller].start();
    }
    for (var caller : callers) {
      caller.join();
    }
    return answered.get();
  }

  private static void send(HttpClient client, HttpRequest request) {
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
