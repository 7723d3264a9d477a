package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.admin.Plan.AddToGroup;
import io.github.cognitofirstlogin.admin.Plan.Create;
import io.github.cognitofirstlogin.admin.Plan.Refused;
import io.github.cognitofirstlogin.admin.Plan.Resend;
import io.github.cognitofirstlogin.admin.Plan.Step;
import io.github.cognitofirstlogin.admin.Plan.Steps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final String INVITED = "FORCE_CHANGE_PASSWORD";

  @Test
  void newUserIsCreatedBeforeJoiningGroups() {
    assertThat(Plan.invite(wanted("ops", "dev"), Optional.empty()))
        .isEqualTo(steps(new Create(), new AddToGroup("ops"), new AddToGroup("dev")));
  }

  @ParameterizedTest
  @ValueSource(strings = {INVITED, "CONFIRMED", "RESET_REQUIRED", "UNCONFIRMED"})
  void existingUserIsNotChanged(String status) {
    assertThat(Plan.invite(wanted(), user(status, true))).isEqualTo(steps());
    assertThat(Plan.invite(wanted("ops"), user(status, true, "ops", "other"))).isEqualTo(steps());
  }

  @Test
  void existingUserJoinsOnlyTheGroupsThatAreMissing() {
    assertThat(Plan.invite(wanted("ops", "dev", "all"), user(INVITED, true, "dev")))
        .isEqualTo(steps(new AddToGroup("ops"), new AddToGroup("all")));
  }

  @Test
  void userBeforeTheFirstLoginIsInvitedAgain() {
    assertThat(Plan.resend(user(INVITED, true))).isEqualTo(steps(new Resend()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONFIRMED", "RESET_REQUIRED", "EXTERNAL_PROVIDER", "UNKNOWN"})
  void userWithAPasswordIsNotInvitedAgain(String status) {
    assertThat(Plan.resend(user(status, true)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).contains(status, "forgot password"));
  }

  @Test
  void disabledUserIsNotInvitedAgain() {
    assertThat(Plan.resend(user(INVITED, false)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("enable"));
  }

  @Test
  void unknownUserIsNotInvitedAgain() {
    assertThat(Plan.resend(Optional.empty()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).contains("the user does not exist"));
  }

  private static Plan steps(Step... steps) {
    return new Steps(List.of(steps));
  }

  private static Invitee wanted(String... groups) {
    return new Invitee("alice", Map.of("email", "alice@example.com"), List.of(groups));
  }

  private static Optional<PoolUser> user(String status, boolean enabled, String... groups) {
    return Optional.of(new PoolUser("alice", status, enabled, Set.of(groups)));
  }
}
