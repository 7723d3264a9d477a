package io.github.cognitofirstlogin.infra;

/** What monitoring looks at. */
record Watched(JarFunction function, JarFunction authorizer, AuthApi api) {}
