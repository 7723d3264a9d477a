package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply to the caller: a status, a JSON object with a {@code message}, cookies, and headers
 * beyond those of every reply.
 */
public record Reply(
    int status,
    Map<String, Object> body,
    List<String> cookies,
    Map<String, String> headers,
    Optional<ErrorCode> code) {
  public Reply {
    body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    cookies = List.copyOf(cookies);
    headers = Map.copyOf(headers);
  }

  public static Reply ok(String message) {
    return new Reply(200, Map.of("message", message), List.of(), Map.of(), Optional.empty());
  }

  /** An error with {@code message} for people and {@code code} for programs. */
  public static Reply error(int status, ErrorCode code, String message) {
    return new Reply(status, Map.of("message", message), List.of(), Map.of(), Optional.of(code))
        .with("code", code.code());
  }

  public static Reply error(ErrorCode code) {
    return error(code.status(), code, code.message());
  }

  public static Reply error(BadRequest refusal) {
    return error(refusal.code().status(), refusal.code(), refusal.message())
        .with("attribute", refusal.attribute());
  }

  /** Adds a member to the body; null adds nothing. */
  public Reply with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> extended = new LinkedHashMap<>(body);
    extended.put(name, value);
    return new Reply(status, extended, cookies, headers, code);
  }

  public Reply withCookies(List<String> cookies) {
    return new Reply(status, body, cookies, headers, code);
  }

  /** Replaces the header of the same name that every reply has. */
  public Reply withHeader(String name, String value) {
    Map<String, String> extended = new LinkedHashMap<>(headers);
    extended.put(name, value);
    return new Reply(status, body, cookies, extended, code);
  }

  /** A success with the problem that {@code code} names. */
  public Reply withCode(ErrorCode code) {
    return new Reply(status, body, cookies, headers, Optional.of(code)).with("code", code.code());
  }

  /** The same reply; only the log and the metrics have {@code code}. */
  public Reply noting(ErrorCode code) {
    return new Reply(status, body, cookies, headers, Optional.of(code));
  }

  /** Whether the body names an error. */
  public boolean isError() {
    return body.containsKey("code");
  }

  /** The time is in the body too, because page scripts cannot read every header. */
  public Reply retryAfter(int seconds) {
    return withHeader("retry-after", Integer.toString(seconds)).with("retryAfterSeconds", seconds);
  }

  /** Bodies and cookies contain sessions and tokens. */
  @Override
  public String toString() {
    return "Reply[" + status + code.map(error -> " " + error.code()).orElse("") + "]";
  }
}
