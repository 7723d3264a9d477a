package io.github.cognitofirstlogin.userpool.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The settings of an app client, from the properties of an {@code AWS::Cognito::UserPoolClient}.
 */
public record UserPoolClientSettings(
    boolean generateSecret,
    Set<String> explicitAuthFlows,
    boolean hidesUserExistence,
    boolean tokenRevocation,
    Duration authSessionValidity,
    Duration accessTokenValidity,
    Duration idTokenValidity,
    Duration refreshTokenValidity,
    Optional<Duration> rotationGrace,
    Optional<Set<String>> writeAttributes,
    Optional<Set<String>> readAttributes) {

  public static final String TYPE = "AWS::Cognito::UserPoolClient";

  private static final Duration SHORTEST = Duration.ofMinutes(5);
  public static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST_REFRESH = Duration.ofHours(1);
  private static final Duration LONGEST_REFRESH = Duration.ofDays(3650);

  /** The settings that CloudFormation makes from a resource without properties. */
  public static UserPoolClientSettings defaults() {
    return from(JsonNodeFactory.instance.objectNode(), warning -> {});
  }

  /** Reads the resource's properties; one that is not emulated is named in a warning. */
  public static UserPoolClientSettings from(JsonNode properties, Consumer<String> warnings) {
    var client = new CloudFormationProperties(TYPE, properties, warnings);
    client.withoutEffectHere("ClientName", "UserPoolId", "SupportedIdentityProviders");
    if (!client.flag("AllowedOAuthFlowsUserPoolClient", false)) {
      client.withoutEffectHere(
          "AllowedOAuthFlows",
          "AllowedOAuthScopes",
          "CallbackURLs",
          "LogoutURLs",
          "DefaultRedirectURI");
    }
    var units = client.section("TokenValidityUnits");
    var settings =
        new UserPoolClientSettings(
            client.flag("GenerateSecret", false),
            flows(client),
            client
                .word("PreventUserExistenceErrors", "LEGACY", "ENABLED", "LEGACY")
                .equals("ENABLED"),
            client.flag("EnableTokenRevocation", true),
            Duration.ofMinutes(client.number("AuthSessionValidity", 3, 3, 15)),
            validity(client, units, "AccessToken", Duration.ofHours(1), SHORTEST, LONGEST),
            validity(client, units, "IdToken", Duration.ofHours(1), SHORTEST, LONGEST),
            validity(
                client,
                units,
                "RefreshToken",
                Duration.ofDays(30),
                SHORTEST_REFRESH,
                LONGEST_REFRESH),
            rotation(client),
            attributes(client, "WriteAttributes"),
            attributes(client, "ReadAttributes"));
    units.warnAboutTheRest();
    client.warnAboutTheRest();
    if (settings.rotationGrace.isPresent() && settings.allows("REFRESH_TOKEN_AUTH")) {
      throw client.refused(
          "ExplicitAuthFlows",
          "without ALLOW_REFRESH_TOKEN_AUTH where RefreshTokenRotation is ENABLED",
          String.join(",", settings.explicitAuthFlows));
    }
    return settings;
  }

  public boolean allows(String flow) {
    // The names without ALLOW_ are the older ones; clients that have them may always refresh.
    return explicitAuthFlows.contains("ALLOW_" + flow)
        || explicitAuthFlows.contains(flow)
        || (flow.equals("REFRESH_TOKEN_AUTH")
            && explicitAuthFlows.stream().noneMatch(f -> f.startsWith("ALLOW_")));
  }

  private static Set<String> flows(CloudFormationProperties client) {
    var flows =
        client.words(
            "ExplicitAuthFlows",
            "ALLOW_USER_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_USER_SRP_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH",
            "ALLOW_CUSTOM_AUTH",
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "USER_PASSWORD_AUTH",
            "ADMIN_NO_SRP_AUTH",
            "CUSTOM_AUTH_FLOW_ONLY");
    return flows.isEmpty()
        ? Set.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH")
        : flows;
  }

  /** For Cognito, 0 means "not set". */
  private static Duration validity(
      CloudFormationProperties client,
      CloudFormationProperties units,
      String token,
      Duration fallback,
      Duration shortest,
      Duration longest) {
    var name = token + "Validity";
    var amount = client.number(name, 0, 0, Integer.MAX_VALUE);
    var unit =
        units.word(
            token,
            token.equals("RefreshToken") ? "days" : "hours",
            "seconds",
            "minutes",
            "hours",
            "days");
    if (amount == 0) {
      return fallback;
    }
    var validity = Duration.of(amount, ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
    if (validity.compareTo(shortest) < 0 || validity.compareTo(longest) > 0) {
      throw client.refused(name, "%s to %s".formatted(shortest, longest), amount + " " + unit);
    }
    return validity;
  }

  private static Optional<Duration> rotation(CloudFormationProperties client) {
    var rotation = client.section("RefreshTokenRotation");
    var enabled = rotation.word("Feature", "DISABLED", "ENABLED", "DISABLED").equals("ENABLED");
    var grace = Duration.ofSeconds(rotation.number("RetryGracePeriodSeconds", 0, 0, 60));
    rotation.warnAboutTheRest();
    return enabled ? Optional.of(grace) : Optional.empty();
  }

  private static Optional<Set<String>> attributes(CloudFormationProperties client, String name) {
    var given = client.has(name);
    var names = client.words(name);
    return given ? Optional.of(names) : Optional.empty();
  }
}
