package io.github.cognitofirstlogin.infra.config;

/** The part of the stack's name that distinguishes several deployments in one account. */
final class Stage {
  private Stage() {}

  static String parse(String name) {
    if (name.length() > 32 || !name.matches("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")) {
      throw ContextKey.STAGE.must(
          "be up to 32 letters, digits and single hyphens between them", name);
    }
    return name;
  }
}
