package io.github.cognitofirstlogin.userpool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Chooses the target from {@code COGNITO_ENDPOINT}. */
final class ContractTargets {

  private ContractTargets() {}

  static ContractTarget chosen() {
    var endpoint = System.getenv().getOrDefault("COGNITO_ENDPOINT", "");
    return switch (endpoint) {
      case "" -> new LocalTarget();
      case "cognito-local" -> CognitoLocalTarget.start(knownGaps("cognito-local"));
      case "aws" ->
          new SdkTarget(
              CognitoIdentityProviderClient.builder()
                  .httpClient(UrlConnectionHttpClient.create())
                  .build(),
              Optional.empty(),
              knownGaps("aws"));
      default -> new SdkTarget(Sdk.cognito(endpoint), Optional.of(endpoint), Set.of());
    };
  }

  /** One row a line: its number, then the different behavior. */
  private static Set<String> knownGaps(String target) {
    var name = "known-gaps-" + target + ".txt";
    try (var file = ContractTargets.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2)[0])
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
