package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The steps for one user: a pure function of the wanted and of the actual state. */
sealed interface Plan {

  /** One value for each kind of plan. */
  <T> T fold(Function<Steps, T> whenSteps, Function<Refused, T> whenRefused);

  /** One request that changes the pool. Each kind must have its own request. */
  sealed interface Step {
    String words();

    /** {@code username} is the name that the pool stores, if the user exists. */
    void carryOut(UserPool pool, Invitee wanted, String username);

    /** The text that a result adds to the outcome. */
    default Optional<String> detail() {
      return Optional.empty();
    }

    /** The outcome for the user if this is the first step. */
    Result.Outcome outcome();
  }

  /** Creates the user and sends the invitation. */
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

  /** Generates a new temporary password and sends the invitation again. */
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

  /** Adds the user to a group. */
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

  /** Steps in their order; without steps the user already has the wanted state. */
  record Steps(List<Step> steps) implements Plan {
    @Override
    public <T> T fold(Function<Steps, T> whenSteps, Function<Refused, T> whenRefused) {
      return whenSteps.apply(this);
    }
  }

  /** No steps, with the reason. */
  record Refused(String reason) implements Plan {
    @Override
    public <T> T fold(Function<Steps, T> whenSteps, Function<Refused, T> whenRefused) {
      return whenRefused.apply(this);
    }
  }

  /** An existing user keeps attributes, password and groups, and joins the missing groups. */
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

  /** Only for a user before the first login, because every other user has a permanent password. */
  static Plan resend(Optional<PoolUser> actual) {
    if (actual.isEmpty()) {
      return new Refused("the user does not exist; without --resend the user is created");
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
