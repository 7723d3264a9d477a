package io.github.cognitofirstlogin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cognitofirstlogin.userpool.template.Resource;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.util.Optional;

/**
 * A user pool that another team manages, so that the template has only its id. The local run
 * replaces it by a pool with the settings of the stack's own pool and client, and with the settings
 * that the function knows.
 */
record ExistingPool(String id, JsonNode variables) {

  /** The id of the pool that the functions use, unless it is the template's own pool. */
  static Optional<ExistingPool> in(Template template) {
    return template.resources("AWS::Lambda::Function").stream()
        .map(Resource::properties)
        .map(function -> function.at("/Environment/Variables"))
        .filter(variables -> variables.path(Cognito.POOL_ID_VARIABLE).isTextual())
        // The functions that serve the API know most about the pool.
        .max((a, b) -> Integer.compare(a.size(), b.size()))
        .map(
            variables ->
                new ExistingPool(variables.get(Cognito.POOL_ID_VARIABLE).asText(), variables));
  }

  String region() {
    return id.substring(0, id.indexOf('_'));
  }

  /** The client's id, if the client exists too and the template does not create it. */
  Optional<String> clientId() {
    return Optional.ofNullable(variables.path(Cognito.CLIENT_ID_VARIABLE).textValue());
  }

  JsonNode poolProperties() {
    var pool = JsonNodeFactory.instance.objectNode();
    pool.putArray("AliasAttributes").add("email");
    pool.putArray("AutoVerifiedAttributes").add("email");
    pool.putObject("UsernameConfiguration").put("CaseSensitive", false);
    pool.putObject("AdminCreateUserConfig").put("AllowAdminCreateUserOnly", true);
    pool.putObject("AccountRecoverySetting")
        .putArray("RecoveryMechanisms")
        .addObject()
        .put("Name", "verified_email")
        .put("Priority", 1);
    return pool;
  }

  JsonNode clientProperties() {
    var client = JsonNodeFactory.instance.objectNode();
    client
        .put(
            "GenerateSecret",
            variables.path("USER_POOL_CLIENT_TYPE").asText().equals("CONFIDENTIAL"))
        .put("PreventUserExistenceErrors", "ENABLED")
        .put("EnableTokenRevocation", true)
        .put("AuthSessionValidity", variables.path("AUTH_SESSION_VALIDITY").asText())
        .put("RefreshTokenValidity", variables.path("REFRESH_TOKEN_VALIDITY").asText());
    client.putArray("ExplicitAuthFlows").add("ALLOW_USER_PASSWORD_AUTH").add("ALLOW_USER_SRP_AUTH");
    client
        .putObject("RefreshTokenRotation")
        .put("Feature", "ENABLED")
        .put("RetryGracePeriodSeconds", 60);
    return client;
  }
}
