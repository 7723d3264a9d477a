package io.github.cognitofirstlogin.invite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be done for one user. A pure function of what is wanted and of what is there. */
sealed interface Plan {

  /** One request that changes the pool. */
  sealed interface Step {
    String words();

    /** What it makes of the user, where it is the first thing done. */
    Result.Outcome outcome();
  }

  /** Makes the user and sends the invitation. */
  record Create() implements Step {
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
    public String words() {
      return "joins group " + group;
    }

    @Override
    public Result.Outcome outcome() {
      return Result.Outcome.EXISTS;
    }
  }

  /** In this order; with none of them everything is as it should be. */
  record Steps(List<Step> steps) implements Plan {}

  /** Nothing, because of a reason to tell. */
  record Refused(String reason) implements Plan {}

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
              + ": the first login is done; whoever lost the password uses forgot password");
    }
    if (!user.enabled()) {
      return new Refused(user.state() + ": enable the user first");
    }
    return new Steps(List.of(new Resend()));
  }
}
