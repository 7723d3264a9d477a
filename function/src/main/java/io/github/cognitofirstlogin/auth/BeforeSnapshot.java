package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.contract.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What is done once, after the start of a function and before Lambda takes the snapshot of it: a
 * rehearsal, then a greeting to Cognito itself. No credential, no client secret, no connection and
 * nothing of a request stays; the front door's key does, as it is in the environment.
 */
final class BeforeSnapshot implements Resource {
  /** The runtime's own list forgets whom nobody else knows. */
  private static final Set<BeforeSnapshot> KEPT = new HashSet<>();

  /** What is played. */
  interface Play {
    void perform(Map<String, String> environment, OutputStream replies) throws IOException;
  }

  private final Play play;
  private final Greeting.Way way;
  private final Map<String, String> environment;

  private BeforeSnapshot(Play play, Greeting.Way way, Map<String, String> environment) {
    this.play = play;
    this.way = way;
    this.environment = environment;
  }

  /** Else whoever tells of one need not even be loaded. */
  static boolean isToCome(Map<String, String> environment) {
    return "snap-start".equals(environment.get(Setting.AWS_LAMBDA_INITIALIZATION_TYPE.name()));
  }

  static void rehearse(Play play, Greeting.Way way, Map<String, String> environment) {
    BeforeSnapshot resource = new BeforeSnapshot(play, way, environment);
    KEPT.add(resource);
    Core.getGlobalContext().register(resource);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    play.perform(environment, OutputStream.nullOutputStream());
    Greeting.over(way, SessionSettings.from(environment).keys().uri());
  }

  /** A restored function is as new: it has answered nobody, and no connection is open. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
