package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.local.DeployedStack;
import io.github.cognitofirstlogin.local.e2e.Exchange.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flows 5 and 7: a forgotten password is replaced, and a recent password is refused. */
@Deployed
class ForgottenPasswordIT {
  @Test
  @Flow("forgotten-password")
  void forgottenPasswordIsReplacedWithTheCode(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = invitedAndIn(frontEnd, administrator, "emma");
    assertThat(forgot(frontEnd, emma.email()).status()).isEqualTo(200);
    var code = userPool.lastSecretSentTo(emma.username());

    assertThat(confirm(frontEnd, emma, Person.WRONG_CODE, Person.NEXT_PASSWORD).outcome())
        .isEqualTo("400 code_mismatch");
    assertThat(confirm(frontEnd, emma, code, "short").outcome()).isEqualTo("400 invalid_password");
    assertThat(confirm(frontEnd, emma, code, Person.OWN_PASSWORD).outcome())
        .isEqualTo("400 password_reused");
    assertThat(confirm(frontEnd, emma, code, Person.NEXT_PASSWORD).outcome())
        .isEqualTo("200 Password changed successfully");
    assertThat(confirm(frontEnd, emma, code, "My-Third-Password-3").outcome())
        .isEqualTo("400 code_mismatch");

    assertThat(frontEnd.login(emma.username(), Person.OWN_PASSWORD).outcome())
        .isEqualTo("401 not_authorized");
    assertThat(frontEnd.login(emma.username(), Person.NEXT_PASSWORD).outcome())
        .isEqualTo("200 Login successful");
  }

  @Test
  @Flow("forgotten-password-before-the-first-login")
  void replyIsTheSameForUnknownUsersAndBeforeTheFirstLogin(
      FrontEnd frontEnd, Administrator administrator, UserPool userPool, DeployedStack stack) {
    var emma = invitedAndIn(frontEnd, administrator, "emma");
    var noah = administrator.invite("noah");
    var known = forgot(frontEnd, emma.username());
    var messages = userPool.messages();
    var unknown = forgot(frontEnd, "nobody");
    var beforeFirstLogin = forgot(frontEnd, noah.username());

    for (var reply : new Reply[] {unknown, beforeFirstLogin}) {
      assertThat(reply.status()).isEqualTo(known.status());
      assertThat(reply.body()).isEqualTo(known.body());
      assertThat(reply.headers().keySet()).isEqualTo(known.headers().keySet());
      assertThat(reply.headers().get("content-length"))
          .isEqualTo(known.headers().get("content-length"));
    }
    assertThat(userPool.messages()).isEqualTo(messages);
    assertThat(stack.log()).contains("\"code\":\"reset_before_first_login\"");
  }

  @Test
  void unknownUserIsAWrongCode(FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = invitedAndIn(frontEnd, administrator, "emma");
    forgot(frontEnd, emma.username());
    var known = confirm(frontEnd, emma, Person.WRONG_CODE, Person.NEXT_PASSWORD);
    var unknown =
        confirm(frontEnd, Person.named("nobody"), Person.WRONG_CODE, Person.NEXT_PASSWORD);
    assertThat(unknown.outcome()).isEqualTo("400 code_mismatch");
    assertThat(unknown.text("message")).isEqualTo(known.text("message"));
  }

  /** Only an existing user can have no code, or an expired one. */
  @Test
  void userWithoutACodeIsAWrongCodeLikeAnUnknownUser(
      FrontEnd frontEnd, Administrator administrator, DeployedStack stack) {
    var emma = invitedAndIn(frontEnd, administrator, "emma");
    var known = confirm(frontEnd, emma, Person.WRONG_CODE, Person.NEXT_PASSWORD);
    var unknown =
        confirm(frontEnd, Person.named("nobody"), Person.WRONG_CODE, Person.NEXT_PASSWORD);

    assertThat(known.outcome()).isEqualTo(unknown.outcome()).isEqualTo("400 code_mismatch");
    assertThat(known.text("message")).isEqualTo(unknown.text("message"));
    assertThat(known.headers().keySet()).isEqualTo(unknown.headers().keySet());
    assertThat(known.headers().get("content-length"))
        .isEqualTo(unknown.headers().get("content-length"));
    assertThat(stack.log()).contains("\"code\":\"code_expired\"");
  }

  @Test
  void codeExpires(FrontEnd frontEnd, Administrator administrator, UserPool userPool) {
    var emma = invitedAndIn(frontEnd, administrator, "emma");
    forgot(frontEnd, emma.username());
    var code = userPool.lastSecretSentTo(emma.username());
    userPool.pass(Duration.ofHours(25), "A day later");
    assertThat(confirm(frontEnd, emma, code, Person.NEXT_PASSWORD).outcome())
        .isEqualTo("400 code_mismatch");
  }

  private static Person invitedAndIn(
      FrontEnd frontEnd, Administrator administrator, String username) {
    var person = administrator.invite(username);
    var session = frontEnd.login(username, Person.TEMPORARY_PASSWORD).session();
    frontEnd.changePassword(username, Person.OWN_PASSWORD, session);
    return person;
  }

  private static Reply forgot(FrontEnd frontEnd, String username) {
    return frontEnd.post("/forgot-password", "username", username);
  }

  private static Reply confirm(FrontEnd frontEnd, Person person, String code, String newPassword) {
    return frontEnd.post(
        "/confirm-forgot-password",
        "username",
        person.username(),
        "code",
        code,
        "new_password",
        newPassword);
  }
}
