package io.github.cognitofirstlogin.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One person to invite: the wanted user. */
record Invitee(String username, Map<String, String> attributes, List<String> groups) {
  static final String EMAIL = "email";
  private static final String EMAIL_VERIFIED = "email_verified";

  /** An invitation arrives only at a right address, so the address is marked as verified. */
  static Invitee of(
      String username, String email, Map<String, String> attributes, Set<String> groups) {
    var all = new TreeMap<>(attributes);
    all.put(EMAIL, email);
    all.putIfAbsent(EMAIL_VERIFIED, "true");
    return new Invitee(username, Map.copyOf(all), List.copyOf(groups));
  }

  /** A person who is already a user. */
  static Invitee known(String username) {
    return new Invitee(username, Map.of(), List.of());
  }
}
