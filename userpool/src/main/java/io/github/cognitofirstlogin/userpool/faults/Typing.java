package io.github.cognitofirstlogin.userpool.faults;

import java.util.Optional;

/** The error type of an answer, and its place. */
public enum Typing {
  NONE("no type", "", Place.NOWHERE),
  FOREIGN("a type that is not AWS's", "PolicyDenied", Place.BODY),
  REFUSED("a refusal", "ForbiddenException", Place.BODY),
  REFUSED_WITH_NAMESPACE(
      "a refusal with its namespace", "com.amazonaws.cognito#ForbiddenException", Place.BODY),
  REFUSED_WITH_ADDRESS(
      "a refusal with an address", "ForbiddenException:http://internal.example/", Place.BODY),
  REFUSED_IN_HEADER("a refusal in a header", "ForbiddenException", Place.HEADER),
  THROTTLED("throttling", "ThrottlingException", Place.BODY),
  THROTTLED_ONCE("throttling, once", "TooManyRequestsException", Place.BODY),
  THROTTLED_FOR_LONG("throttling, for two minutes", "TooManyRequestsException", Place.BODY),
  TIMED_OUT("a time-out", "RequestTimeoutException", Place.BODY);

  private enum Place {
    NOWHERE,
    BODY,
    HEADER
  }

  private final String text;
  private final String type;
  private final Place place;

  Typing(String text, String type, Place place) {
    this.text = text;
    this.type = type;
    this.place = place;
  }

  Optional<String> inBody() {
    return place == Place.BODY ? Optional.of(type) : Optional.empty();
  }

  Optional<String> inHeader() {
    return place == Place.HEADER ? Optional.of(type) : Optional.empty();
  }

  boolean isThrottling() {
    return name().startsWith("THROTTLED");
  }

  @Override
  public String toString() {
    return text;
  }
}
