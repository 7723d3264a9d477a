package io.github.cognitofirstlogin.local.load;

import io.github.cognitofirstlogin.local.campaign.Api;
import io.github.cognitofirstlogin.local.campaign.Step;
import io.github.cognitofirstlogin.local.campaign.Told;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * People who sign in for the first time, so many requests a second, whether or not they are
 * answered. Each signs in, tries a password that is too weak, then a good one, a second apart.
 */
final class Visitors {
  private static final int STEPS = 3;
  private static final String TEMPORARY = "Temporary-Passw0rd-1";
  private static final String WEAK = "weak";
  private static final String GOOD = "Passw0rd-Of-My-Own-1";

  /** Somebody who has signed in, or will have. */
  private record Visitor(String username, CompletableFuture<Told> login) {}

  private final Api api;
  private final LoadedPool pool;
  private final Deque<Visitor> arrived = new ArrayDeque<>();
  private final Deque<Visitor> tried = new ArrayDeque<>();
  private final AtomicLong open = new AtomicLong();
  private long number;

  Visitors(Api api, LoadedPool pool) {
    this.api = api;
    this.pool = pool;
  }

  /** Come and go at this rate until it is over, which is when the last reply has arrived. */
  void run(int requestsPerSecond, BooleanSupplier over, Tally tally) throws InterruptedException {
    var apart = Math.max(1, requestsPerSecond / STEPS);
    var start = System.nanoTime();
    for (var sent = 0L; !over.getAsBoolean(); sent++) {
      var due = start + sent * 1_000_000_000L / requestsPerSecond;
      await(due);
      switch ((int) (sent % STEPS)) {
        case 0 -> arrived.add(arrive(due, tally));
        case 1 -> {
          if (arrived.size() > apart) {
            var visitor = arrived.remove();
            change(visitor, "a weak password", WEAK, due, tally);
            tried.add(visitor);
          }
        }
        default -> {
          if (tried.size() > apart) {
            leave(tried.remove(), due, tally);
          }
        }
      }
    }
    while (open.get() > 0) {
      Thread.sleep(10);
    }
  }

  private Visitor arrive(long due, Tally tally) {
    var username = "visitor-" + number++;
    pool.invite(username, TEMPORARY);
    var body = Map.of("username", username, "password", TEMPORARY);
    return new Visitor(username, send(Step.LOGIN, "login", username, body, due, tally));
  }

  private void leave(Visitor visitor, long due, Tally tally) {
    change(visitor, "a good password", GOOD, due, tally)
        .whenComplete((told, failure) -> pool.forget(visitor.username()));
  }

  private CompletableFuture<Told> change(
      Visitor visitor, String name, String password, long due, Tally tally) {
    var login = visitor.login();
    if (!login.isDone() || login.isCompletedExceptionally() || !login.join().challenged()) {
      tally.count(name + ": not sent, for there is no session");
      return login;
    }
    var body =
        Map.of(
            "username",
            visitor.username(),
            "new_password",
            password,
            "session",
            login.join().body().path("session").asText());
    return send(Step.CHANGE_PASSWORD, name, visitor.username(), body, due, tally);
  }

  private CompletableFuture<Told> send(
      Step step, String name, String username, Map<String, ?> body, long due, Tally tally) {
    open.incrementAndGet();
    var sent = System.nanoTime();
    return api.send(step, body, "")
        .whenComplete(
            (told, failure) -> {
              var now = System.nanoTime();
              if (failure != null) {
                tally.count(name + ": no reply");
              } else {
                tally.add(
                    name + ": " + told.status() + " " + told.code(),
                    Duration.ofNanos(now - due),
                    Duration.ofNanos(now - sent).minus(pool.timeOf(username)));
              }
              open.decrementAndGet();
            });
  }

  private static void await(long nanoTime) {
    for (var left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
