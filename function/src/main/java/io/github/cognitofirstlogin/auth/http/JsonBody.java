package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.auth.text.TextRule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request: one JSON object. Members that no endpoint reads are ignored. */
public final class JsonBody {
  /** A larger body is refused unread. */
  public static final int MAX_BYTES = 32 * 1024;

  /**
   * No event with an allowed body is larger: escaping turns a byte into at most six bytes, and API
   * Gateway limits the headers.
   */
  public static final int MAX_EVENT_BYTES = 8 * MAX_BYTES;

  private final Map<String, @Nullable Object> members;

  private JsonBody(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * Reads a body in the form in which API Gateway sends it.
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
   * @throws BadRequest if it is missing, not a string (values are not converted) or breaks {@code
   *     rule}
   */
  public String required(String field, TextRule rule) {
    Object value = members.get(field);
    if (value == null) {
      throw new BadRequest(ErrorCode.INVALID_PARAMETER, field + " is required");
    }
    if (!(value instanceof String text)) {
      throw new BadRequest(ErrorCode.INVALID_PARAMETER, field + " must be a string");
    }
    return checked(field, text, rule);
  }

  /** Like {@link #required}, but empty if the member is missing or null. */
  public Optional<String> optional(String field, TextRule rule) {
    return members.get(field) == null ? Optional.empty() : Optional.of(required(field, rule));
  }

  /**
   * The member {@code field}, an object of strings, in the order of the request; empty if it is
   * missing or null.
   *
   * @throws BadRequest if it is not an object of at most {@code limit} strings
   */
  public Map<String, String> strings(String field, TextRule rule, int limit) {
    Object value = members.get(field);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> object)) {
      throw new BadRequest(ErrorCode.INVALID_PARAMETER, field + " must be an object");
    }
    if (object.size() > limit) {
      throw new BadRequest(
          ErrorCode.INVALID_PARAMETER, field + " must have at most " + limit + " members");
    }
    Map<String, String> strings = new LinkedHashMap<>();
    object.forEach(
        (name, text) -> {
          // The message does not repeat the member's name, which is the caller's text. The caller
          // of this method checks the names.
          if (!(text instanceof String string)) {
            throw new BadRequest(
                ErrorCode.INVALID_PARAMETER, "each member of " + field + " must be a string");
          }
          strings.put(String.valueOf(name), checked("each member of " + field, string, rule));
        });
    return strings;
  }

  private static String checked(String field, String value, TextRule rule) {
    rule.objection(field, value)
        .ifPresent(
            objection -> {
              throw new BadRequest(objection.code(), objection.message());
            });
    return value;
  }

  private static String bounded(String body) {
    // The length check comes first, so that the bytes of a text that is too long need not be
    // counted.
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
      // A decoder with this setting reports bytes that are not UTF-8; new String(..) would replace
      // them.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new BadRequest(ErrorCode.INVALID_JSON);
    }
  }
}
