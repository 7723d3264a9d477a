package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.Tokens;
import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts tokens into cookies, and reports tokens that browsers would not keep or send. */
public record SessionStart(SessionCookies cookies, Duration refreshTokenValidity) {
  /** Browsers shorten a longer lifetime (RFC 6265bis, 5.5). */
  private static final Duration LONGEST_COOKIE = Duration.ofDays(400);

  Reply reply(String message, Tokens tokens) {
    Reply reply = Reply.ok(message);
    String access = tokens.accessToken();
    if (!cookies.fitsAccess(access)) {
      return reply.withCode(ErrorCode.TOKEN_TOO_LARGE).with("session", "not_set");
    }
    List<String> set = new ArrayList<>();
    set.add(cookies.access(access, tokens.expiresIn()));
    Optional<String> refresh = tokens.refreshToken();
    if (refresh.isPresent() && cookies.fitsRefresh(refresh.get(), access)) {
      set.add(cookies.refresh(refresh.get(), refreshMaxAge()));
    }
    Reply signedIn = reply.withCookies(set);
    return refresh.isPresent() && set.size() == 1
        ? signedIn.withCode(ErrorCode.TOKEN_TOO_LARGE).with("session", "not_renewable")
        : signedIn;
  }

  private Duration refreshMaxAge() {
    return refreshTokenValidity.compareTo(LONGEST_COOKIE) < 0
        ? refreshTokenValidity
        : LONGEST_COOKIE;
  }
}
