package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.KeepAliveEvent;
import io.github.cognitofirstlogin.auth.http.FrontDoor;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.SigningKeys;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The event of the schedule causes no call of Cognito. */
class KeepAliveTest {
  private static final String EVENT = Json.text(KeepAliveEvent.MEMBERS);

  @Test
  @Hostile("E17")
  void apiRefusesItWithoutAskingCognito() {
    FakeCognito cognito = FakeCognito.issuing("token", 3600);

    assertThat(Api.with(cognito).send(EVENT).status()).isEqualTo(400);
    assertThat(cognito.requests()).isEmpty();
  }

  @Test
  void authorizerRefusesWithoutFetchingKeys() throws IOException {
    AtomicInteger fetched = new AtomicInteger();
    SigningKeys keys =
        new SigningKeys(
            () -> {
              fetched.incrementAndGet();
              return "{}";
            },
            InstantSource.system());
    ByteArrayOutputStream output = new ByteArrayOutputStream();

    new SessionAuthorizer(
            FrontDoor.none(),
            "accessToken",
            new AccessTokens(Set.of("issuer"), "client", keys, InstantSource.system()))
        .handleRequest(
            new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)),
            output,
            new LocalContext());

    assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("{\"isAuthorized\":false}");
    assertThat(fetched).hasValue(0);
  }
}
