package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The function sends a password only to a server that proves to be Cognito's host. */
class TlsTest {
  @TempDir private static Path directory;
  private static Certificates certificates;

  @BeforeAll
  static void certify() throws Exception {
    certificates = new Certificates(directory);
    certificates.signed("good", "localhost", "-1d");
    certificates.signed("of another host", "cognito.example", "-1d");
    certificates.signed("expired", "localhost", "-10d");
    certificates.selfSigned("self-signed", "localhost");
    certificates.trust();
  }

  @AfterAll
  static void trustNoMore() throws Exception {
    Certificates.trustNoMore();
  }

  @Test
  void serverWithATrustedCertificateIsAsked() throws Exception {
    try (var server = new TlsServer(certificates.server("good"))) {
      assertThat(api(server).changePassword().status()).isEqualTo(200);
      assertThat(server.posts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"self-signed", "of another host", "expired"})
  @Hostile("F3")
  void certificateThatProvesNothingEndsTheCallBeforeAnythingIsSent(String certificate)
      throws Exception {
    try (var server = new TlsServer(certificates.server(certificate))) {
      Api api = api(server);
      var reply = api.changePassword();

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("upstream_unavailable");
      assertThat(reply.message()).asString().endsWith("Nothing was changed.");
      assertThat(api.log()).contains("\"level\":\"ERROR\"");
      assertThat(server.posts()).isZero();
    }
  }

  /** The JDK reports the alert as a failed handshake, though the request has been read. */
  @ParameterizedTest
  @EnumSource
  @Hostile("F26")
  void connectionThatEndsAfterTheRequestLeavesOpenWhetherItTookEffect(EndingServer.End end)
      throws Exception {
    try (var server = new EndingServer(certificates.server("good"), end)) {
      var reply = api(server.url()).changePassword();

      assertThat(reply.status()).isEqualTo(502);
      assertThat(reply.code()).isEqualTo("outcome_unknown");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  private static Api api(TlsServer server) {
    return api(server.url());
  }

  private static Api api(String endpoint) {
    return new Api(
        new AuthHandler(Api.environment("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", endpoint)));
  }
}
