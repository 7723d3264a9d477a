package io.github.cognitofirstlogin.auth.cognito;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority of the tests, with certificates by it and self-signed ones. The JDK's
 * keytool makes them.
 */
public final class Certificates {
  private static final String AUTHORITY = "authority";
  private static final String PASSWORD = "changeit";
  private static final String STORE = "javax.net.ssl.trustStore";
  private static final String STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

  private final Path file;

  /** Keeps its files in this directory. */
  public Certificates(Path directory) throws IOException, InterruptedException {
    file = directory.resolve("keys.p12");
    generate(AUTHORITY, "-ext", "bc:critical");
  }

  public void signed(String alias, String host, String validFrom)
      throws IOException, InterruptedException {
    generate(alias, "-ext", "san=dns:" + host, "-startdate", validFrom, "-signer", AUTHORITY);
  }

  void selfSigned(String alias, String host) throws IOException, InterruptedException {
    generate(alias, "-ext", "san=dns:" + host);
  }

  /** The TLS context of a server with this certificate. */
  public SSLContext server(String alias) throws IOException, GeneralSecurityException {
    var keys = keys();
    for (String other : Collections.list(keys.aliases())) {
      if (!other.equals(alias)) {
        keys.deleteEntry(other);
      }
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /**
   * Makes this JVM trust the authority in place of its default authorities, even if another test
   * has read those before.
   */
  void trust() throws IOException, GeneralSecurityException {
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted());
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
  }

  /** The options with which a JVM trusts the authority in place of its default authorities. */
  public List<String> options() throws IOException, GeneralSecurityException {
    return List.of("-D" + STORE + "=" + trustStore(), "-D" + STORE_PASSWORD + "=" + PASSWORD);
  }

  private Path trustStore() throws IOException, GeneralSecurityException {
    var store = file.resolveSibling("trusted.p12");
    try (var output = Files.newOutputStream(store)) {
      trusted().store(output, PASSWORD.toCharArray());
    }
    return store;
  }

  private KeyStore trusted() throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(AUTHORITY, keys().getCertificate(AUTHORITY));
    return trusted;
  }

  static void trustNoMore() throws GeneralSecurityException {
    HttpsURLConnection.setDefaultSSLSocketFactory(SSLContext.getDefault().getSocketFactory());
  }

  private KeyStore keys() throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var input = Files.newInputStream(file)) {
      keys.load(input, PASSWORD.toCharArray());
    }
    return keys;
  }

  private void generate(String alias, String... more) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    // It ends before the upper compiler has paid.
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(
        List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias));
    command.addAll(List.of("-validity", "2", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", file.toString()));
    command.addAll(List.of(more));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }
}
