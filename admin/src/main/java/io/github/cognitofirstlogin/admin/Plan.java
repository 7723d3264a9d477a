package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is to be done for one user. A pure function of what is wanted and of what is there. */
sealed interface Plan {

  /** A value of each kind of plan. */
  <T> T fold(Function<Steps, T> whenSteps, Function<Refused, T> whenRefused);

  /** One request that changes the pool. Each kind sends its own, so that a new kind must too. */
  sealed interface Step {
    String words();

    /** {@code username} is the pool's own name of the user, where the user exists already. */
    void carryOut(UserPool pool, Invitee wanted, String username);

    /** What a result adds to the outcome. */
    default Optional<String> detail() {
      return Optional.empty();
    }

    /** What it makes of the user, where it is the first thing done. */
    Result.Outcome outcome();
  }

  /** Makes the user and sends the invitation. */
  record Create() implements Step {
    @Override
    public void carryOut(UserPool pool, Invitee wanted, String username) {
      pool.create(wanted);
    }

    @Override
    public String words() {
      return "invited";
    }

    @Override
    public Result.Outcome outcome() {
      return Result.Outcome.INVITED;
    }
  }

  /** Makes a new temporary password and sends the invitation again. */
  record Resend() implements Step {
    @Override
    public void carryOut(UserPool pool, Invitee wanted, String username) {
      pool.resend(username);
    }

    @Override
    public String words() {
      return "invited again";
    }

    @Override
    public Result.Outcome outcome() {
      return Result.Outcome.INVITED_AGAIN;
    }
  }

  /** Makes the user a member. */
  record AddToGroup(String group) implements Step {
    @Override
    public void carryOut(UserPool pool, Invitee wanted, String username) {
      pool.addToGroup(username, group);
    }

    @Override
    public Optional<String> detail() {
      return Optional.of(words());
    }

    @Override
    public String words() {
      return "joins group " + group;
    }

    @Override
    public Result.Outcome outcome() {
      return Result.Outcome.EXISTS;
    }
  }

  /** In this order; with none of them everything is as it should be. */
  record Steps(List<Step> steps) implements Plan {
    @Override
    public <T> T fold(Function<Steps, T> whenSteps, Function<Refused, T> whenRefused) {
      return whenSteps.apply(this);
    }
  }

  /** Nothing, because of a reason to tell. */
  record Refused(String reason) implements Plan {
    @Override
    public <T> T fold(Function<Steps, T> whenSteps, Function<Refused, T> whenRefused) {
      return whenRefused.apply(this);
    }
  }

  /**
   * An existing user keeps attributes, password and groups, and gets the groups that are missing.
   */
  static Plan invite(Invitee wanted, Optional<PoolUser> actual) {
    var steps = new ArrayList<Step>();
    if (actual.isEmpty()) {
      steps.add(new Create());
    }
    for (var group : wanted.groups()) {
      if (actual.isEmpty() || !actual.get().groups().contains(group)) {
        steps.add(new AddToGroup(group));
      }
    }
    return new Steps(List.copyOf(steps));
  }

  /** Only for a user whose first login is still to come: everybody else has a password. */
  static Plan resend(Optional<PoolUser> actual) {
    if (actual.isEmpty()) {
      return new Refused("there is no such user; without --resend one is created");
    }
    var user = actual.get();
    if (!user.isInvited()) {
      return new Refused(
          user.state()
              + ": the first login is done; a person who lost the password uses forgot password");
    }
    if (!user.enabled()) {
      return new Refused(user.state() + ": enable the user first");
    }
    return new Steps(List.of(new Resend()));
  }
}
