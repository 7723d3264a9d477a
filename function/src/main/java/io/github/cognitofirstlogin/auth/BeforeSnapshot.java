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
 * Prepares a function once, after its start and before Lambda takes its snapshot: a rehearsal, then
 * one request to Cognito. The snapshot keeps no credential, no client secret, no connection and no
 * part of a request. The snapshot keeps the front door's key, which is in the environment.
 */
final class BeforeSnapshot implements Resource {
  /** CRaC keeps only weak references to resources, so this field keeps strong references. */
  private static final Set<BeforeSnapshot> KEPT = new HashSet<>();

  /** A rehearsal of one entry point. */
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

  /**
   * Tells whether Lambda will take a snapshot, so that other functions do not load the CRaC
   * classes.
   */
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

  /** A restored function needs no preparation: it has no request and no open connection. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
