package io.github.cognitofirstlogin.auth.cognito;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Reads the bodies of Cognito's answers, which are JSON objects with a JSON content type. */
final class AnswerBody {
  private AnswerBody() {}

  static boolean isLabelledJson(SdkHttpResponse answer) {
    return answer
        .firstMatchingHeader("content-type")
        .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
        .isPresent();
  }

  /** The members of a body that is one JSON object in UTF-8; empty for any other body. */
  static Optional<Map<String, JsonNode>> object(byte[] body) {
    try {
      String text = SdkBytes.fromByteArrayUnsafe(body).asUtf8String();
      JsonNode node = JsonNode.parser().parse(text);
      // The parser returns null for a body without a value.
      return node != null && node.isObject() ? Optional.of(node.asObject()) : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
