package io.github.cognitofirstlogin.infra;

/** The resources that are monitored. */
record Watched(JarFunction function, JarFunction authorizer, AuthApi api) {}
