package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Invites users with the same operations as the AWS CLI. */
final class Administrator {
  private final Http http = new Http();
  private final String userPoolUrl;
  private final String userPoolId;
  private final Story story;

  Administrator(String userPoolUrl, String userPoolId, Story story) {
    this.userPoolUrl = userPoolUrl;
    this.userPoolId = userPoolId;
    this.story = story;
  }

  /**
   * Creates a user with a verified e-mail address and further attributes, names and values in turn.
   */
  Person invite(String username, String... attributes) {
    var person = Person.named(username);
    List<Map<String, String>> all = new ArrayList<>();
    all.add(Map.of("Name", "email", "Value", person.email()));
    all.add(Map.of("Name", "email_verified", "Value", "true"));
    for (var i = 0; i < attributes.length; i += 2) {
      all.add(Map.of("Name", attributes[i], "Value", attributes[i + 1]));
    }
    call(
        "AdminCreateUser",
        "Username",
        username,
        "TemporaryPassword",
        Person.TEMPORARY_PASSWORD,
        "DesiredDeliveryMediums",
        List.of("EMAIL"),
        "UserAttributes",
        all);
    story.note("An administrator invites " + username);
    return person;
  }

  void inviteAgain(Person person, String temporaryPassword) {
    call(
        "AdminCreateUser",
        "Username",
        person.username(),
        "MessageAction",
        "RESEND",
        "DesiredDeliveryMediums",
        List.of("EMAIL"),
        "TemporaryPassword",
        temporaryPassword);
    story.note("An administrator invites " + person.username() + " again");
  }

  void disable(Person person) {
    call("AdminDisableUser", "Username", person.username());
    story.note("An administrator disables " + person.username());
  }

  /** {@code factor} is the operation's own name of the factor: {@code EmailMfaSettings}. */
  void enableSecondFactor(Person person, String factor) {
    call(
        "AdminSetUserMFAPreference",
        "Username",
        person.username(),
        factor,
        Map.of("Enabled", true, "PreferredMfa", false));
  }

  /** The user's attributes by name. */
  Map<String, String> attributes(Person person) {
    Map<String, String> attributes = new TreeMap<>();
    call("AdminGetUser", "Username", person.username())
        .path("UserAttributes")
        .forEach(each -> attributes.put(each.path("Name").asText(), each.path("Value").asText()));
    return attributes;
  }

  private JsonNode call(String operation, Object... members) {
    var input = Http.body(members);
    ((ObjectNode) input).put("UserPoolId", userPoolId);
    var reply =
        http.post(
            userPoolUrl,
            input,
            "content-type",
            "application/x-amz-json-1.1",
            "x-amz-target",
            "AWSCognitoIdentityProviderService." + operation);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return Http.json(reply.body());
  }
}
