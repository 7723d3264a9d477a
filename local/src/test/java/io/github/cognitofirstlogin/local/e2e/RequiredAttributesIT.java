package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.local.e2e.Exchange.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flow 1: attributes that the pool requires and the administrator did not set. */
@Deployed("requiredAttributes=given_name,family_name")
class RequiredAttributesIT {
  @Test
  @Flow("required-attributes")
  void requiredAttributesAreAskedForAndSet(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    assertThat(challenge.body().path("requiredAttributes"))
        .extracting(name -> name.asText())
        .containsExactlyInAnyOrder("given_name", "family_name");

    var missing = changePassword(frontEnd, challenge, Map.of("family_name", "Example"));
    assertThat(missing.outcome()).isEqualTo("400 attribute_missing");
    assertThat(missing.text("message"))
        .isEqualTo("Invalid attributes given, given_name is missing");
    assertThat(missing.text("attribute")).isEqualTo("given_name");

    var changed =
        frontEnd.post(
            "/change-password",
            "username",
            challenge.text("username"),
            "new_password",
            Person.OWN_PASSWORD,
            "session",
            challenge.session(),
            "attributes",
            Http.body("given_name", "Emma", "family_name", "Example"));
    assertThat(changed.outcome()).isEqualTo("200 Password changed successfully");
    assertThat(administrator.attributes(emma))
        .containsEntry("given_name", "Emma")
        .containsEntry("family_name", "Example");
    assertThat(frontEnd.login(emma.username(), Person.OWN_PASSWORD).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  void withoutAttributesTheFirstMissingOneIsNamed(FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);

    var missing =
        frontEnd.changePassword(emma.username(), Person.OWN_PASSWORD, challenge.session());
    assertThat(missing.outcome()).isEqualTo("400 attribute_missing");
    assertThat(missing.text("attribute")).isIn("given_name", "family_name");
  }

  @Test
  void attributeThatTheAdministratorSetIsNeitherAskedForNorChanged(
      FrontEnd frontEnd, Administrator administrator) {
    var emma = administrator.invite("emma", "given_name", "Emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    assertThat(challenge.body().path("requiredAttributes"))
        .extracting(name -> name.asText())
        .containsExactly("family_name");

    var refused =
        changePassword(
            frontEnd, challenge, Map.of("given_name", "Other", "family_name", "Example"));
    assertThat(refused.outcome()).isEqualTo("400 attribute_already_set");
    assertThat(administrator.attributes(emma)).containsEntry("given_name", "Emma");
    assertThat(changePassword(frontEnd, challenge, Map.of("family_name", "Example")).outcome())
        .isEqualTo("200 Password changed successfully");
  }

  @Test
  void attributeThatIsNotWritableIsRefusedBeforeCognitoIsAsked(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = administrator.invite("emma");
    var challenge = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD);
    for (var name :
        new String[] {
          "email", "email_verified", "sub", "custom:role", "NEW_PASSWORD", "USERNAME"
        }) {
      userPool.callsSinceLastAsked();
      var exchange =
          frontEnd.send(
              "/change-password",
              "username",
              emma.username(),
              "new_password",
              Person.OWN_PASSWORD,
              "session",
              challenge.session(),
              "attributes",
              Map.of(name, "value"));
      assertThat(exchange.reply().outcome()).isEqualTo("400 attribute_not_writable");
      assertThat(exchange.reply().text("attribute")).isEqualTo(name);
      assertThat(userPool.callsSinceLastAsked()).isEmpty();
    }
  }

  private static Reply changePassword(
      FrontEnd frontEnd, Reply challenge, Map<String, String> attributes) {
    return frontEnd.post(
        "/change-password",
        "username",
        challenge.text("username"),
        "new_password",
        Person.OWN_PASSWORD,
        "session",
        challenge.session(),
        "attributes",
        attributes);
  }
}
