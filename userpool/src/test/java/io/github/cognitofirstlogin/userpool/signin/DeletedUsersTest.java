package io.github.cognitofirstlogin.userpool.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.userpool.SettableClock;
import io.github.cognitofirstlogin.userpool.crypto.SigningKeys;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import io.github.cognitofirstlogin.userpool.users.User;
import io.github.cognitofirstlogin.userpool.users.UserPool;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import io.github.cognitofirstlogin.userpool.users.UserPools;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The memory of a pool does not grow when users are created and deleted. */
class DeletedUsersTest {
  private static final int UNTIL_CLEANED_UP = 1_000;

  private final SettableClock clock = new SettableClock();
  private final ExecutorService background = Executors.newSingleThreadExecutor();
  private final Sessions sessions = new Sessions(clock);
  private final TokenFamilies families = new TokenFamilies(clock);
  private UserPool pool;
  private UserPoolClient client;
  private User stays;
  private User goes;

  @BeforeEach
  void createUsers() {
    pool = new UserPool("us-east-1_a", UserPoolSettings.defaults(), new SigningKeys(background));
    client = UserPoolClient.of(pool, "client", UserPoolClientSettings.defaults());
    stays = user("stays");
    goes = user("goes");
  }

  @AfterEach
  void stop() {
    background.shutdownNow();
  }

  @Test
  void sessionsAreForgotten() {
    var kept = sessions.open(stays, client, new Challenge.SoftwareToken());
    var dropped = sessions.open(goes, client, new Challenge.SoftwareToken());
    pool.remove(goes);
    assertThat(sessions.find(dropped).user()).isSameAs(goes);

    for (int i = 0; i < UNTIL_CLEANED_UP; i++) {
      sessions.open(stays, client, new Challenge.SoftwareToken());
    }

    assertThat(sessions.find(kept).user()).isSameAs(stays);
    assertThatThrownBy(() -> sessions.find(dropped)).isInstanceOf(CognitoException.class);
  }

  @Test
  void tokensAreForgotten() {
    var kept = families.start(stays, client);
    var keptToken = families.newRefreshToken(kept);
    var dropped = families.start(goes, client);
    var droppedToken = families.newRefreshToken(dropped);
    pool.remove(goes);
    assertThat(families.find(droppedToken)).isPresent();

    signIn(UNTIL_CLEANED_UP);

    assertThat(families.find(droppedToken)).isEmpty();
    assertThat(families.ofEvent(dropped.eventId())).isEmpty();
    assertThat(families.find(keptToken)).isPresent();
    assertThat(families.ofEvent(kept.eventId())).contains(kept);
  }

  @Test
  void accessTokenOfADeletedUserNamesTheReasonBeforeAndAfterItIsForgotten() {
    var pools = new UserPools();
    pools.add(pool);
    var signedIn = new SignedInUsers(pools, families, clock);
    var token =
        new Tokens(families, clock)
            .signIn(goes, client)
            .path("AuthenticationResult")
            .path("AccessToken")
            .asText();
    assertThat(signedIn.require(token).user()).isSameAs(goes);
    pool.remove(goes);

    for (var when : List.of("before", "after")) {
      assertThatThrownBy(() -> signedIn.require(token))
          .as(when)
          .isInstanceOfSatisfying(
              CognitoException.class,
              refusal -> assertThat(refusal.type()).isEqualTo("UserNotFoundException"));
      signIn(UNTIL_CLEANED_UP);
    }
  }

  private void signIn(int times) {
    for (int i = 0; i < times; i++) {
      families.start(stays, client);
    }
  }

  private User user(String username) {
    var user = new User(username, "sub-of-" + username, Map.of(), clock.instant());
    pool.add(user, false);
    return user;
  }
}
