package io.github.cognitofirstlogin.local.e2e;

/** An invited user, with the passwords that the user gets and chooses. */
record Person(String username, String email) {
  static final String TEMPORARY_PASSWORD = "Temporary-Pass-1";
  static final String OWN_PASSWORD = "My-Own-Password-1";
  static final String NEXT_PASSWORD = "My-Next-Password-2";
  static final String WRONG_CODE = "000000";

  static Person named(String username) {
    return new Person(username, username + "@example.com");
  }
}
