package io.github.cognitofirstlogin.infra.config;

/**
 * Texts with a token of the CDK in them: what the same app has just made, and only the deployment
 * knows. No text that was checked here has a dollar sign before a brace.
 */
final class Unresolved {
  private static final String TOKEN = "${";

  private Unresolved() {}

  static boolean isIn(String text) {
    return text.contains(TOKEN);
  }
}
