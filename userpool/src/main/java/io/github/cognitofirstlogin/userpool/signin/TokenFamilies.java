package io.github.cognitofirstlogin.userpool.signin;

import io.github.cognitofirstlogin.userpool.crypto.Randoms;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.users.Cleanups;
import io.github.cognitofirstlogin.userpool.users.TokenFamily;
import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the family of a refresh token or an access token, and decides whether a rotated refresh
 * token still works.
 */
public final class TokenFamilies {

  /** One refresh token of a family; it retires when a refresh replaces it. */
  static final class RefreshToken {
    private final TokenFamily family;
    private @Nullable Instant retired;

    private RefreshToken(TokenFamily family) {
      this.family = family;
    }

    TokenFamily family() {
      return family;
    }
  }

  private final Map<String, RefreshToken> refreshTokens = new ConcurrentHashMap<>();
  private final Map<String, TokenFamily> byEventId = new ConcurrentHashMap<>();
  private final Cleanups cleanups = new Cleanups();
  private final Clock clock;

  public TokenFamilies(Clock clock) {
    this.clock = clock;
  }

  public TokenFamily start(User user, UserPoolClient client) {
    if (cleanups.due()) {
      forgetDeletedUsers();
    }
    var family = new TokenFamily(user, client, clock.instant());
    byEventId.put(family.eventId(), family);
    user.signedIn(family);
    return family;
  }

  public String newRefreshToken(TokenFamily family) {
    var token = Randoms.refreshToken();
    refreshTokens.put(token, new RefreshToken(family));
    return token;
  }

  public Optional<TokenFamily> ofEvent(String eventId) {
    return Optional.ofNullable(byEventId.get(eventId));
  }

  public Optional<RefreshToken> find(String refreshToken) {
    return Optional.ofNullable(refreshTokens.get(refreshToken));
  }

  /**
   * The token, if this client may refresh with it. The caller then takes the user's lock and calls
   * {@link #use}.
   */
  RefreshToken require(String refreshToken, UserPoolClient client) {
    var token =
        find(refreshToken)
            .orElseThrow(() -> CognitoException.notAuthorized("Invalid Refresh Token"));
    if (!token.family().client().id().equals(client.id())) {
      throw CognitoException.notAuthorized("Refresh Token has different Client");
    }
    return token;
  }

  /** Refuses a token that can no longer refresh. The caller holds the user's lock. */
  void use(RefreshToken token) {
    var family = token.family();
    if (family.revoked()) {
      throw CognitoException.notAuthorized("Refresh Token has been revoked");
    }
    var now = clock.instant();
    if (!now.isBefore(family.refreshExpires())) {
      throw CognitoException.notAuthorized("Refresh Token has expired");
    }
    if (!family.user().enabled()) {
      throw CognitoException.notAuthorized("User is disabled.");
    }
    var grace = family.client().settings().rotationGrace();
    if (grace.isPresent()
        && token.retired != null
        && !now.isBefore(token.retired.plus(grace.get()))) {
      throw new CognitoException(
          "RefreshTokenReuseException", "Refresh token has been rotated and was used again");
    }
  }

  /** Retires the token and returns the next one. The caller holds the user's lock. */
  String rotate(RefreshToken token) {
    if (token.retired == null) {
      token.retired = clock.instant();
    }
    return newRefreshToken(token.family());
  }

  private void forgetDeletedUsers() {
    refreshTokens.values().removeIf(token -> isDeleted(token.family()));
    byEventId.values().removeIf(TokenFamilies::isDeleted);
  }

  private static boolean isDeleted(TokenFamily family) {
    return !family.client().pool().has(family.user());
  }
}
