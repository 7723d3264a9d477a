package io.github.cognitofirstlogin.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A simulated user with an invitation, from the first sign-in to the last sign-out. The user makes
 * mistakes, clicks twice, and tries again after an error.
 */
final class Person {
  static final String ACCESS_COOKIE = "accessToken";
  private static final String REFRESH_COOKIE = "refreshToken";

  /** The number of failures in a row after which the user gives up. */
  private static final int PATIENCE = 8;

  private static final String NO_SESSION = "a-session-that-never-was";

  private final String username;
  private final String temporaryPassword;
  private final String newPassword;
  private final RandomGenerator dice;
  private final FaultPlan faults;
  private final Api api;
  private final Pool pool;
  private final Book book;
  private final Map<String, String> cookies = new HashMap<>();

  Person(long number, RandomGenerator dice, FaultPlan faults, Api api, Pool pool, Book book) {
    this.username = "person-" + number;
    this.temporaryPassword = password("T");
    this.newPassword = password("N");
    this.dice = dice;
    this.faults = faults;
    this.api = api;
    this.pool = pool;
    this.book = book;
  }

  /** Different for each user, so that a leaked password shows its user. */
  private String password(String kind) {
    return LeakWatch.CANARY + "-" + kind + "-" + username + "-4x";
  }

  void live() {
    pool.invite(username, temporaryPassword);
    if (firstLogin()) {
      for (var sessions = dice.nextInt(3); sessions >= 0; sessions--) {
        session();
      }
    }
    pool.forget(username);
  }

  /** Whether the new password is in effect. The user's own belief is checked later. */
  private boolean firstLogin() {
    for (var tries = 0; tries < PATIENCE; tries++) {
      var login = signIn(temporaryPassword, "ok");
      if (!login.challenged()) {
        continue;
      }
      var answer = answer(login.body().path("session").asText());
      if (answer.isPresent()) {
        book.believed(newPasswordWorks() == answer.get());
        if (answer.get()) {
          return true;
        }
      } else if (newPasswordWorks()) {
        return true;
      }
    }
    return false;
  }

  /** True or false as the reply said; empty if the reply said that the outcome is unknown. */
  private Optional<Boolean> answer(String session) {
    if (dice.nextInt(10) == 0) {
      var weak =
          change(Map.of("new_password", "Kurz1!", "session", session), 1, 1, "invalid_password");
      if (weak.get(0).outcomeUnknown()) {
        return Optional.empty();
      }
    }
    var way = dice.nextInt(10);
    var replies =
        switch (way) {
          case 0, 1 ->
              change(
                  Map.of("new_password", newPassword, "session", session),
                  2,
                  1,
                  "ok",
                  "session_used");
          case 2 ->
              change(
                  Map.of(
                      "new_password", newPassword,
                      "session", NO_SESSION,
                      "temporary_password", temporaryPassword),
                  1,
                  2,
                  "ok");
          default -> change(Map.of("new_password", newPassword, "session", session), 1, 1, "ok");
        };
    if (replies.stream().anyMatch(Told::passwordChanged)) {
      if (way > 2 && dice.nextInt(5) == 0) {
        change(Map.of("new_password", newPassword, "session", session), 1, 1, "session_used");
      }
      return Optional.of(true);
    }
    return replies.stream().anyMatch(Told::outcomeUnknown) ? Optional.empty() : Optional.of(false);
  }

  /** Signs in, does some usual steps, and signs out. */
  private void session() {
    if (!signIn(newPassword, "ok").ok()) {
      return;
    }
    who();
    for (var refreshes = dice.nextInt(3); refreshes > 0; refreshes--) {
      refresh(dice.nextInt(5) == 0 ? 2 : 1);
      who();
    }
    if (dice.nextInt(10) == 0) {
      signIn("Not-the-password-1", "not_authorized");
      return;
    }
    var old = cookies.getOrDefault(REFRESH_COOKIE, "");
    var signedOut = ask(Step.SIGN_OUT, Map.of(), old, 1, 1, "ok").get(0);
    cookies.clear();
    if (signedOut.body().path("revoked").asBoolean()) {
      cookies.put(REFRESH_COOKIE, old);
      ask(Step.REFRESH, Map.of(), old, 1, 1, "session_ended");
      cookies.clear();
    }
  }

  private Told signIn(String password, String expected) {
    var body = Map.of("username", username, "password", password);
    return ask(Step.LOGIN, body, username, 1, 1, expected).get(0);
  }

  private List<Told> change(
      Map<String, String> members, int times, int sessions, String... expected) {
    var body = new HashMap<>(members);
    body.put("username", username);
    return ask(Step.CHANGE_PASSWORD, body, username, times, sessions, expected);
  }

  private void refresh(int times) {
    var token = cookies.getOrDefault(REFRESH_COOKIE, "");
    var expected = times == 1 ? new String[] {"ok"} : new String[] {"ok", "ok"};
    ask(Step.REFRESH, Map.of(), token, times, 1, expected);
  }

  private void who() {
    ask(Step.SESSION, Map.of(), username, 1, 1, "ok");
  }

  /** Signs in to the pool itself, without faults and without being counted. */
  private boolean newPasswordWorks() {
    return pool.accepts(username, newPassword);
  }

  private List<Told> ask(
      Step step, Map<String, ?> body, String subject, int times, int sessions, String... expected) {
    var fault =
        step.operation().isEmpty() ? Optional.<FaultPlan.Planned>empty() : faults.next(dice);
    fault.ifPresent(planned -> pool.breakNext(planned.on(step.operation(), subject)));
    var before = pool.requestCount();
    var sent = Stream.generate(() -> api.send(step, body, cookieHeader())).limit(times).toList();
    var replies = sent.stream().map(CompletableFuture::join).toList();
    var calls = pool.callsSince(before, subject);
    fault.ifPresent(planned -> pool.breakNoMore(subject));
    replies.forEach(this::keepCookies);
    book.enter(
        new Asked(
            step,
            username,
            replies,
            calls,
            fault,
            sessions,
            Stream.of(expected).sorted().toList()));
    return replies;
  }

  private String cookieHeader() {
    return String.join(
        "; ",
        cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  private void keepCookies(Told told) {
    for (var name : List.of(ACCESS_COOKIE, REFRESH_COOKIE)) {
      told.cookie(name).ifPresent(value -> cookies.put(name, value));
    }
  }
}
