package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/**
 * Brings each user to the wanted state, one after the other. A run reads each user first, so that a
 * second run does only what the first run left undone.
 */
final class Invitations {
  private final UserPool pool;
  private final Mode mode;
  private final Consumer<String> progress;

  Invitations(UserPool pool, Mode mode, Consumer<String> progress) {
    this.pool = pool;
    this.mode = mode;
    this.progress = progress;
  }

  /** Refuses a setting that the pool would refuse for every user, before any user is invited. */
  void check(List<Invitee> people, PoolSetup setup) {
    var problems = new ArrayList<>(setup.problems(people, mode));
    var groups = new TreeSet<String>();
    people.forEach(invitee -> groups.addAll(invitee.groups()));
    for (var group : groups) {
      if (!pool.hasGroup(group)) {
        problems.add("The user pool has no group '" + group + "'");
      }
    }
    if (!problems.isEmpty()) {
      throw new Misuse(problems);
    }
  }

  /** One result for each user, in their order. A failure that concerns every user ends the run. */
  List<Result> all(List<Invitee> people) {
    var results = new ArrayList<Result>();
    var isEnded = false;
    for (var invitee : people) {
      if (isEnded) {
        results.add(new Result(invitee.username(), Result.Outcome.NOT_TRIED, ""));
        continue;
      }
      var attempt = attempt(invitee);
      isEnded = attempt.isLast();
      results.add(attempt.result());
      progress.accept(
          "[%d/%d] %s".formatted(results.size(), people.size(), attempt.result().line(mode)));
    }
    return results;
  }

  private record Attempt(Result result, boolean isLast) {}

  private Attempt attempt(Invitee wanted) {
    var done = new ArrayList<Plan.Step>();
    try {
      return new Attempt(result(wanted, done), false);
    } catch (SdkException e) {
      var failure = Failure.of(e);
      var detail =
          done.isEmpty() ? failure.reason() : words(done) + ", and then: " + failure.reason();
      return new Attempt(
          new Result(wanted.username(), Result.Outcome.FAILED, detail), failure.isForEverybody());
    }
  }

  private Result result(Invitee wanted, List<Plan.Step> done) {
    try {
      return carriedOut(wanted, pool.find(wanted), done);
    } catch (UsernameExistsException e) {
      // Another run created the user first, or the SDK repeated a request whose answer was lost.
      return carriedOut(wanted, Optional.of(pool.find(wanted).orElseThrow(() -> e)), done);
    }
  }

  private Result carriedOut(Invitee wanted, Optional<PoolUser> actual, List<Plan.Step> done) {
    return mode.plan(wanted, actual)
        .fold(
            plan -> carriedOut(wanted, actual, plan.steps(), done),
            refused -> new Result(wanted.username(), Result.Outcome.FAILED, refused.reason()));
  }

  private Result carriedOut(
      Invitee wanted, Optional<PoolUser> actual, List<Plan.Step> steps, List<Plan.Step> done) {
    // The typed name may be an alias, or in another case.
    var name = actual.map(PoolUser::username).orElse(wanted.username());
    for (var step : steps) {
      if (!mode.isDryRun()) {
        step.carryOut(pool, wanted, name);
      }
      done.add(step);
    }
    var details = new ArrayList<String>();
    actual.filter(user -> !mode.isResend()).map(PoolUser::state).ifPresent(details::add);
    steps.stream().flatMap(step -> step.detail().stream()).forEach(details::add);
    return new Result(wanted.username(), outcome(steps), String.join(", ", details));
  }

  private static Result.Outcome outcome(List<Plan.Step> steps) {
    return steps.isEmpty() ? Result.Outcome.EXISTS : steps.get(0).outcome();
  }

  private static String words(List<Plan.Step> steps) {
    return String.join(", ", steps.stream().map(Plan.Step::words).toList());
  }
}
