package io.github.cognitofirstlogin.auth.contract;

/** The {@code SameSite} of session cookies that carry a domain. */
public enum SameSite {
  NONE("None"),
  LAX("Lax"),
  STRICT("Strict");

  private final String attribute;

  SameSite(String attribute) {
    this.attribute = attribute;
  }

  /** The attribute's value, as browsers take it. */
  public String attribute() {
    return attribute;
  }
}
