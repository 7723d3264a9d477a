package io.github.cognitofirstlogin.userpool.users;

import java.time.Instant;

/**
 * A message that Cognito would have sent to a person. {@code secret} is the code or the temporary
 * password in it.
 */
public record OutboxMessage(
    Instant time, Medium medium, String to, String username, String secret, String text) {

  /** Cognito's {@code DeliveryMedium}. */
  public enum Medium {
    SMS,
    EMAIL;

    static Medium of(String attribute) {
      return attribute.equals("email") ? EMAIL : SMS;
    }
  }

  @Override
  public String toString() {
    return "OutboxMessage[" + medium + ", redacted]";
  }
}
