package io.github.cognitofirstlogin.userpool.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.settings.PasswordPolicy;
import io.github.cognitofirstlogin.userpool.settings.SchemaAttribute;

/** DescribeUserPool and DescribeUserPoolClient. */
public final class Descriptions {

  private final UserPools pools;

  public Descriptions(UserPools pools) {
    this.pools = pools;
  }

  public ObjectNode pool(Input input) {
    var pool = pools.pool(input.required("UserPoolId"));
    var settings = pool.settings();
    var answer = Json.object();
    var described = answer.putObject("UserPool").put("Id", pool.id()).put("Name", pool.id());
    described
        .putObject("Policies")
        .set("PasswordPolicy", passwordPolicy(settings.passwordPolicy()));
    var schema = described.putArray("SchemaAttributes");
    settings.schema().attributes().values().forEach(attribute -> schema.add(attribute(attribute)));
    described.set("AutoVerifiedAttributes", Json.array(settings.autoVerified()));
    described.set("AliasAttributes", Json.array(settings.usernames().aliasAttributes()));
    described.set("UsernameAttributes", Json.array(settings.usernames().usernameAttributes()));
    described
        .putObject("UsernameConfiguration")
        .put("CaseSensitive", settings.usernames().caseSensitive());
    described.put("MfaConfiguration", settings.mfa().requirement().name());
    described
        .putObject("AdminCreateUserConfig")
        .put("AllowAdminCreateUserOnly", settings.invitation().adminsOnly());
    described.put("EstimatedNumberOfUsers", pool.users().size());
    return answer;
  }

  public ObjectNode client(Input input) {
    var pool = pools.pool(input.required("UserPoolId"));
    var client = pools.client(input.required("ClientId"));
    if (client.pool() != pool) {
      throw CognitoException.resourceNotFound(
          "User pool client " + client.id() + " does not exist.");
    }
    var settings = client.settings();
    var answer = Json.object();
    var described =
        answer
            .putObject("UserPoolClient")
            .put("UserPoolId", pool.id())
            .put("ClientId", client.id())
            .put("ClientName", client.id());
    client.secret().ifPresent(secret -> described.put("ClientSecret", secret));
    described.set("ExplicitAuthFlows", Json.array(settings.explicitAuthFlows()));
    settings
        .readAttributes()
        .ifPresent(names -> described.set("ReadAttributes", Json.array(names)));
    settings
        .writeAttributes()
        .ifPresent(names -> described.set("WriteAttributes", Json.array(names)));
    described
        .put("PreventUserExistenceErrors", settings.hidesUserExistence() ? "ENABLED" : "LEGACY")
        .put("EnableTokenRevocation", settings.tokenRevocation())
        .put("AuthSessionValidity", settings.authSessionValidity().toMinutes())
        .put("AccessTokenValidity", settings.accessTokenValidity().toSeconds())
        .put("IdTokenValidity", settings.idTokenValidity().toSeconds())
        .put("RefreshTokenValidity", settings.refreshTokenValidity().toSeconds());
    described
        .putObject("TokenValidityUnits")
        .put("AccessToken", "seconds")
        .put("IdToken", "seconds")
        .put("RefreshToken", "seconds");
    settings
        .rotationGrace()
        .ifPresent(
            grace ->
                described
                    .putObject("RefreshTokenRotation")
                    .put("Feature", "ENABLED")
                    .put("RetryGracePeriodSeconds", grace.toSeconds()));
    return answer;
  }

  private static ObjectNode passwordPolicy(PasswordPolicy policy) {
    return Json.object()
        .put("MinimumLength", policy.minimumLength())
        .put("RequireUppercase", policy.requireUppercase())
        .put("RequireLowercase", policy.requireLowercase())
        .put("RequireNumbers", policy.requireNumbers())
        .put("RequireSymbols", policy.requireSymbols())
        .put("PasswordHistorySize", policy.historySize())
        .put("TemporaryPasswordValidityDays", policy.temporaryPasswordValidity().toDays());
  }

  private static ObjectNode attribute(SchemaAttribute attribute) {
    var described =
        Json.object()
            .put("Name", attribute.name())
            .put("AttributeDataType", attribute.type().word())
            .put("Mutable", attribute.mutable())
            .put("Required", attribute.required());
    if (attribute.type() == SchemaAttribute.Type.STRING) {
      described
          .putObject("StringAttributeConstraints")
          .put("MinLength", String.valueOf(attribute.minimum()))
          .put("MaxLength", String.valueOf(attribute.maximum()));
    }
    return described;
  }
}
