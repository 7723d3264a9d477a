package io.github.cognitofirstlogin.local;

import java.security.SecureRandom;

/**
 * Generates passwords that every policy of Cognito accepts and that need no escaping in a shell or
 * in JSON.
 */
final class Passwords {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int GROUPS = 4;

  /** Without letters and digits that look alike. */
  private static final String[] GROUP = {
    "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "abcdefghijkmnpqrstuvwxyz"
  };

  private Passwords() {}

  /** Such as {@code Xk3m-Wd7t-Bn4p-Rq9s}, with at least {@code length} characters. */
  static String random(int minimumLength) {
    var password = new StringBuilder();
    for (var group = 0; group < GROUPS || password.length() < minimumLength; group++) {
      password.append(group == 0 ? "" : "-");
      for (var characters : GROUP) {
        password.append(characters.charAt(RANDOM.nextInt(characters.length())));
      }
    }
    return password.toString();
  }
}
