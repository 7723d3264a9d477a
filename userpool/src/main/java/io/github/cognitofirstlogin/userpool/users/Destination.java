package io.github.cognitofirstlogin.userpool.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.Json;

/** The destination of a code: an attribute of a user and its value. */
public record Destination(String attribute, String value) {

  public OutboxMessage.Medium medium() {
    return OutboxMessage.Medium.of(attribute);
  }

  /** The masked value as Cognito shows it: the user recognises it, and others cannot read it. */
  public String masked() {
    if (medium() == OutboxMessage.Medium.SMS) {
      var visible = Math.min(4, value.length());
      return "+" + "*".repeat(7) + value.substring(value.length() - visible);
    }
    var at = value.indexOf('@');
    return at < 1 || at == value.length() - 1
        ? "***"
        : value.charAt(0) + "***@" + value.charAt(at + 1) + "***";
  }

  /** Cognito's {@code CodeDeliveryDetails}. */
  ObjectNode details() {
    return Json.object()
        .put("Destination", masked())
        .put("DeliveryMedium", medium().name())
        .put("AttributeName", attribute);
  }

  @Override
  public String toString() {
    return "Destination[" + attribute + "]";
  }
}
