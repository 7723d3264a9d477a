package io.github.cognitofirstlogin.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What the local pool does not have, and a pool of others may. */
class AdditionsTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";

  @Test
  void triggersThatCanRefuseASignInAreNamed() {
    assertThat(
            triggers(
                each -> each.preAuthentication(ARN).userMigration(ARN).defineAuthChallenge(ARN)))
        .containsExactly(
            "NOTE    Triggers run within the calls of this API, which wait for them:"
                + " PreAuthentication, UserMigration (whom one refuses gets rejected_by_policy, see"
                + " docs/operations.md)");
  }

  @Test
  void triggerThatMakesTokensLargerIsNamedInEitherForm() {
    for (var lines :
        List.of(
            triggers(each -> each.preTokenGeneration(ARN)),
            triggers(each -> each.preTokenGenerationConfig(with -> with.lambdaArn(ARN))))) {
      assertThat(lines)
          .satisfiesExactly(
              runs -> assertThat(runs).contains("wait for them: PreTokenGeneration ("),
              grows -> assertThat(grows).contains("too large for a cookie"));
    }
  }

  @Test
  void triggerThatWritesTheMailsIsNamed() {
    assertThat(triggers(each -> each.customMessage(ARN)))
        .singleElement()
        .asString()
        .startsWith("NOTE    CustomMessage writes the invitations");
  }

  @Test
  void requiredSecondFactorIsSaid() {
    assertThat(lines(UserPoolType.builder().mfaConfiguration(UserPoolMfaType.ON).build()))
        .singleElement()
        .asString()
        .contains("Everybody needs a second factor");
  }

  @Test
  void poolWithoutAnyOfItIsNotSpokenOf() {
    assertThat(triggers(each -> each.createAuthChallenge(ARN))).isEmpty();
    assertThat(lines(UserPoolType.builder().mfaConfiguration(UserPoolMfaType.OPTIONAL).build()))
        .isEmpty();
  }

  private static List<String> triggers(Consumer<LambdaConfigType.Builder> triggers) {
    return lines(UserPoolType.builder().lambdaConfig(triggers).build());
  }

  private static List<String> lines(UserPoolType pool) {
    return Additions.findings(pool).stream().map(Finding::line).toList();
  }
}
