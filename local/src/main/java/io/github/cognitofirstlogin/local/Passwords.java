package io.github.cognitofirstlogin.local;

import java.security.SecureRandom;

/**
 * Makes passwords that every policy of Cognito accepts and that a shell, JSON and a person who
 * copies them leave as they are.
 */
final class Passwords {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int GROUPS = 4;

  /** Without the letters and digits that look alike. */
  private static final String[] GROUP = {
    "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "abcdefghijkmnpqrstuvwxyz"
  };

  private Passwords() {}

  /** Such as {@code Xk3m-Wd7t-Bn4p-Rq9s}, at least as long as asked for. */
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
