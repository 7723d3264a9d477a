package io.github.cognitofirstlogin.userpool.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cognitofirstlogin.userpool.settings.UserPoolClientSettings;
import io.github.cognitofirstlogin.userpool.settings.UserPoolSettings;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The input of {@code bin/user-pool}: the properties of the two CloudFormation resources, and in a
 * file of its own format also the first users.
 */
record UserPoolFile(JsonNode userPool, JsonNode userPoolClient, List<JsonNode> users) {

  private static final List<String> MEMBERS = List.of("UserPool", "UserPoolClient", "Users");

  /** Without a file: a pool whose client lets people sign in with a password. */
  static UserPoolFile none() {
    var json = JsonNodeFactory.instance;
    var client = json.objectNode().put("PreventUserExistenceErrors", "ENABLED");
    client
        .putArray("ExplicitAuthFlows")
        .add("ALLOW_USER_PASSWORD_AUTH")
        .add("ALLOW_USER_SRP_AUTH")
        .add("ALLOW_REFRESH_TOKEN_AUTH");
    return new UserPoolFile(json.objectNode(), client, List.of());
  }

  /**
   * A file with resources is a CloudFormation template. Any other file has pool, client and users.
   */
  static UserPoolFile read(Path file) throws IOException {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("There is no file " + file);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is not JSON");
    }
    if (json.path("Resources").isObject()) {
      return of(new Template(json));
    }
    for (var member : json.properties()) {
      if (!MEMBERS.contains(member.getKey())) {
        throw new IllegalArgumentException(
            "%s has a member '%s'; it may have %s"
                .formatted(file, member.getKey(), String.join(", ", MEMBERS)));
      }
    }
    var none = none();
    return new UserPoolFile(
        json.path("UserPool").isObject() ? json.path("UserPool") : none.userPool(),
        json.path("UserPoolClient").isObject()
            ? json.path("UserPoolClient")
            : none.userPoolClient(),
        list(json.path("Users")));
  }

  private static UserPoolFile of(Template template) {
    var resolver =
        new Resolver(template, Map.of("AWS::Region", "us-east-1", "AWS::Partition", "aws"));
    var pool = template.onlyResource(UserPoolSettings.TYPE);
    var userPool = resolver.properties(pool);
    resolver.exists(pool, "us-east-1_template", Map.of());
    var client = template.onlyResource(UserPoolClientSettings.TYPE);
    return new UserPoolFile(userPool, resolver.properties(client), List.of());
  }

  private static List<JsonNode> list(JsonNode array) {
    var list = new ArrayList<JsonNode>();
    array.forEach(list::add);
    return list;
  }
}
