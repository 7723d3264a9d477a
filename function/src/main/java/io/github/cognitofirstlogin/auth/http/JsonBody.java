package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request: one JSON object, of which only the members that are asked for matter. */
public final class JsonBody {
  /** Larger bodies are refused unread. */
  public static final int MAX_BYTES = 32 * 1024;

  private final Map<String, @Nullable Object> members;

  private JsonBody(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * Reads a body as API Gateway hands it over.
   *
   * @throws BadRequest if it is too large or not a JSON object
   */
  public static JsonBody parse(@Nullable String body, boolean isBase64Encoded) {
    if (body == null) {
      throw new BadRequest(ErrorCode.INVALID_JSON);
    }
    try {
      return new JsonBody(Json.object(isBase64Encoded ? decoded(body) : bounded(body)));
    } catch (Json.MalformedJson e) {
      throw new BadRequest(ErrorCode.INVALID_JSON);
    }
  }

  /**
   * The string member {@code field}.
   *
   * @throws BadRequest if it is missing, no string (nothing is converted) or against {@code rule}
   */
  public String required(String field, TextRule rule) {
    Object value = members.get(field);
    if (value == null) {
      throw new BadRequest(ErrorCode.INVALID_PARAMETER, field + " is required");
    }
    if (!(value instanceof String text)) {
      throw new BadRequest(ErrorCode.INVALID_PARAMETER, field + " must be a string");
    }
    return rule.check(field, text);
  }

  private static String bounded(String body) {
    // The first test spares counting the bytes of a text that cannot fit.
    if (body.length() > MAX_BYTES || body.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new BadRequest(ErrorCode.PAYLOAD_TOO_LARGE);
    }
    return body;
  }

  private static String decoded(String body) {
    if (body.length() > (MAX_BYTES + 2) / 3 * 4) {
      throw new BadRequest(ErrorCode.PAYLOAD_TOO_LARGE);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(body);
      if (bytes.length > MAX_BYTES) {
        throw new BadRequest(ErrorCode.PAYLOAD_TOO_LARGE);
      }
      // A decoder of its own reports bytes that are not UTF-8; new String(..) would replace them.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new BadRequest(ErrorCode.INVALID_JSON);
    }
  }
}
