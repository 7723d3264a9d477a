package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.cognito.UserPool;
import io.github.cognitofirstlogin.auth.http.Reply;
import io.github.cognitofirstlogin.auth.http.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /password-policy}: the password rules for a page. The rules change only with a
 * deployment.
 */
public final class PasswordPolicy implements Endpoint {
  private final Reply reply;

  public PasswordPolicy(Map<String, @Nullable Object> policy) {
    Reply filled = Reply.ok("Password policy");
    for (Map.Entry<String, @Nullable Object> rule : policy.entrySet()) {
      filled = filled.with(rule.getKey(), rule.getValue());
    }
    reply = filled.withHeader("cache-control", "public, max-age=300");
  }

  @Override
  public Reply handle(Request request, UserPool userPool) {
    return reply;
  }
}
