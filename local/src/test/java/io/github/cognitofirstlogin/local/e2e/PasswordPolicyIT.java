package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.local.DeployedStack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flow 8: a page reads the policy to check a password before it sends it. */
@Deployed
class PasswordPolicyIT {
  @Test
  @Flow("password-policy")
  void policyIsTheTemplates(FrontEnd frontEnd, DeployedStack stack) {
    var template = stack.passwordPolicy();
    var reply = frontEnd.get("/password-policy");

    assertThat(reply.body())
        .isEqualTo(
            Http.body(
                "message",
                "Password policy",
                "minimumLength",
                template.path("MinimumLength"),
                "requireUppercase",
                template.path("RequireUppercase"),
                "requireLowercase",
                template.path("RequireLowercase"),
                "requireNumbers",
                template.path("RequireNumbers"),
                "requireSymbols",
                template.path("RequireSymbols"),
                "passwordHistorySize",
                template.path("PasswordHistorySize")));
  }

  @Test
  void passwordThatMeetsThePolicyIsTaken(FrontEnd frontEnd, Administrator administrator) {
    var length = frontEnd.get("/password-policy").body().path("minimumLength").asInt();
    var longEnough = "Aa1!".repeat(length).substring(0, length);
    for (var refused :
        List.of(
            longEnough.substring(1),
            longEnough.replace('A', 'a'),
            longEnough.replace('a', 'A'),
            longEnough.replace('1', '!'),
            longEnough.replace('!', '1'))) {
      var emma = administrator.invite("emma" + refused.hashCode());
      var session = frontEnd.login(emma.username(), Person.TEMPORARY_PASSWORD).session();
      assertThat(frontEnd.changePassword(emma.username(), refused, session).outcome())
          .isEqualTo("400 invalid_password");
      assertThat(frontEnd.changePassword(emma.username(), longEnough, session).outcome())
          .isEqualTo("200 Password changed successfully");
    }
  }
}
