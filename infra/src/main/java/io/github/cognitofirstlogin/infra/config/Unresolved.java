package io.github.cognitofirstlogin.infra.config;

/**
 * Strings with a CDK token: values of the same app that are known only at the deployment. No
 * checked string contains a dollar sign before a brace.
 */
final class Unresolved {
  private static final String TOKEN = "${";

  private Unresolved() {}

  static boolean isIn(String text) {
    return text.contains(TOKEN);
  }
}
