package io.github.cognitofirstlogin.fuzz;

import io.github.cognitofirstlogin.auth.http.BadRequest;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.auth.text.TextRule;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts as JSON: a text that can be read can be written and read again, and any other text is
 * refused.
 */
public final class JsonTarget {
  private static final List<String> FIELDS = List.of("username", "new_password", "session", "code");

  private JsonTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    checkRoundTrip(text);
    checkFields(text, false);
    checkFields(text, true);
    checkStrings(text);
  }

  private static void checkStrings(String text) {
    try {
      require(
          Json.strings(text).stream().allMatch(String.class::isInstance),
          "an element that is not a string");
    } catch (Json.MalformedJson e) {
      // A text that is not an array of strings is refused.
    }
  }

  private static void checkRoundTrip(String text) {
    String written;
    try {
      written = Json.text(Json.object(text));
    } catch (Json.MalformedJson e) {
      return;
    }
    require(
        Json.text(Json.object(written)).equals(written), "read another way than it was written");
  }

  private static void checkFields(String text, boolean isBase64Encoded) {
    for (TextRule rule : TextRule.values()) {
      for (String field : FIELDS) {
        try {
          checkValue(JsonBody.parse(text, isBase64Encoded).required(field, rule));
        } catch (BadRequest e) {
          require(!e.message().isBlank(), "a refusal without a reason");
        }
      }
    }
    try {
      JsonBody.parse(text, isBase64Encoded)
          .strings("attributes", TextRule.ATTRIBUTE_VALUE, 50)
          .values()
          .forEach(JsonTarget::checkValue);
    } catch (BadRequest e) {
      require(!e.message().isBlank(), "a refusal without a reason");
    }
  }

  /** A changed text would be another password. */
  private static void checkValue(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    require(new String(bytes, StandardCharsets.UTF_8).equals(value), "not sent as it came");
    require(!value.isBlank() && value.length() <= 2 * 8192, "out of bounds");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
