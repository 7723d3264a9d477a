package io.github.cognitofirstlogin.auth;

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
 * rehearsal, then TLS with Cognito itself. No credential, no client secret, no connection and
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
  private final Map<String, String> environment;

  private BeforeSnapshot(Play play, Map<String, String> environment) {
    this.play = play;
    this.environment = environment;
  }

  /** Where no snapshot is taken, nothing is done. */
  static void rehearse(Play play, Map<String, String> environment) {
    BeforeSnapshot resource = new BeforeSnapshot(play, environment);
    KEPT.add(resource);
    Core.getGlobalContext().register(resource);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    play.perform(environment, OutputStream.nullOutputStream());
    TlsHandshake.with(SessionSettings.from(environment).keys().uri());
  }

  /** A restored function is as new: it has answered nobody, and no connection is open. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
