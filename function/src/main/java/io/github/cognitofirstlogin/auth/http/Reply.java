package io.github.cognitofirstlogin.auth.http;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes back to the caller: a status, a JSON object that has a {@code message}, cookies. */
public record Reply(
    int status,
    Map<String, Object> body,
    List<String> cookies,
    Optional<ErrorCode> code,
    Optional<Integer> retryAfterSeconds) {
  public Reply {
    body = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(body));
    cookies = List.copyOf(cookies);
  }

  public static Reply ok(String message) {
    return new Reply(
        200, Map.of("message", message), List.of(), Optional.empty(), Optional.empty());
  }

  /** An error with {@code message} for the reader and {@code code} for programs. */
  public static Reply error(int status, ErrorCode code, String message) {
    return new Reply(
            status, Map.of("message", message), List.of(), Optional.of(code), Optional.empty())
        .with("code", code.code());
  }

  public static Reply error(ErrorCode code) {
    return error(code.status(), code, code.message());
  }

  public static Reply error(BadRequest refusal) {
    return error(refusal.code().status(), refusal.code(), refusal.message());
  }

  /** Adds a member to the body; null adds nothing. */
  public Reply with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> extended = new LinkedHashMap<>(body);
    extended.put(name, value);
    return new Reply(status, extended, cookies, code, retryAfterSeconds);
  }

  public Reply withCookie(String cookie) {
    return new Reply(status, body, List.of(cookie), code, retryAfterSeconds);
  }

  /** A reply that succeeds but for what {@code code} names. */
  public Reply withCode(ErrorCode code) {
    return new Reply(status, body, cookies, Optional.of(code), retryAfterSeconds)
        .with("code", code.code());
  }

  /** In the body as well as in the header: page script cannot read every header. */
  public Reply retryAfter(int seconds) {
    return new Reply(status, body, cookies, code, Optional.of(seconds))
        .with("retryAfterSeconds", seconds);
  }

  /** Bodies and cookies hold sessions and tokens. */
  @Override
  public String toString() {
    return "Reply[" + status + code.map(error -> " " + error.code()).orElse("") + "]";
  }
}
