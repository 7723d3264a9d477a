package io.github.cognitofirstlogin.local.gateway;

import java.util.Optional;

/** A deployed HTTP API: one stage of it, as the template describes it. */
public record HttpApi(
    String id,
    String region,
    String accountId,
    Stage stage,
    Routes routes,
    Optional<Cors> cors,
    Front front) {

  /** An API that callers call directly. */
  public HttpApi(
      String id, String region, String accountId, Stage stage, Routes routes, Optional<Cors> cors) {
    this(id, region, accountId, stage, routes, cors, Front.NONE);
  }

  public HttpApi behind(Front other) {
    return new HttpApi(id, region, accountId, stage, routes, cors, other);
  }

  /** The stage's name, which is part of every path unless it is {@code $default}. */
  public record Stage(String name) {

    /** The path without the stage; empty if it is outside this stage. */
    Optional<String> pathInside(String path) {
      if (name.equals("$default")) {
        return Optional.of(path);
      }
      var prefix = "/" + name;
      if (path.equals(prefix)) {
        return Optional.of("/");
      }
      return path.startsWith(prefix + "/")
          ? Optional.of(path.substring(prefix.length()))
          : Optional.empty();
    }
  }
}
