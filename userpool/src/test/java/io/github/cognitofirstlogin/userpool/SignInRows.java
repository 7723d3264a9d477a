package io.github.cognitofirstlogin.userpool;

import static io.github.cognitofirstlogin.userpool.ContractPool.CHOSEN;
import static io.github.cognitofirstlogin.userpool.ContractPool.TEMPORARY;
import static io.github.cognitofirstlogin.userpool.ContractRun.CLIENT;
import static io.github.cognitofirstlogin.userpool.ContractRun.POOL;
import static io.github.cognitofirstlogin.userpool.Sdk.attribute;
import static io.github.cognitofirstlogin.userpool.Sdk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Rows 1 to 15: users, and the first step of their sign-in. */
final class SignInRows {

  private static final String WRONG = "Incorrect username or password.";

  static final String WITH_SECRET =
      """
      {"GenerateSecret":true,"PreventUserExistenceErrors":"ENABLED",
       "ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]}""";

  private SignInRows() {}

  static List<ContractRow> rows() {
    return List.of(
        new ContractRow(1, "create pool, client (secret / none)", SignInRows::identifiers),
        new ContractRow(2, "AdminCreateUser duplicate", SignInRows::duplicate),
        new ContractRow(3, "AdminCreateUser weak temporary password", SignInRows::weakTemporary),
        new ContractRow(4, "username in other case", SignInRows::otherCase),
        new ContractRow(5, "InitiateAuth good temporary password", SignInRows::goodTemporary),
        new ContractRow(6, "wrong temporary password", SignInRows::wrongTemporary),
        new ContractRow(7, "wrong password, CONFIRMED user", SignInRows::wrongPassword),
        new ContractRow(
            8, "unknown user, PreventUserExistenceErrors ENABLED", SignInRows::unknownHidden),
        new ContractRow(9, "unknown user, LEGACY", SignInRows::unknownLegacy),
        new ContractRow(10, "flow not in ExplicitAuthFlows", SignInRows::flowNotEnabled),
        new ContractRow(11, "unknown client id", SignInRows::unknownClient),
        new ContractRow(12, "disabled user", SignInRows::disabled),
        new ContractRow(13, "expired temporary password", SignInRows::expiredTemporary),
        new ContractRow(14, "e-mail alias sign-in", SignInRows::alias),
        new ContractRow(
            15, "e-mail as username, login in other case", SignInRows::emailAsUsername));
  }

  private static void identifiers(ContractRun run) {
    var pool = run.pool();
    var confidential = run.client(WITH_SECRET);
    assertThat(pool.id()).matches("[a-z]{2}-[a-z]+-\\d_[0-9a-zA-Z]{9}");
    assertThat(pool.clientId()).matches("[0-9a-z]{26}");
    assertThat(pool.secret()).isEmpty();
    assertThat(confidential.secret())
        .hasValueSatisfying(s -> assertThat(s).matches("[0-9a-z]{48,52}"));
    assertThat(
            run.cognito()
                .describeUserPoolClient(
                    r -> r.userPoolId(pool.id()).clientId(confidential.clientId()))
                .userPoolClient()
                .clientSecret())
        .isEqualTo(confidential.secret().orElseThrow());
  }

  private static void duplicate(ContractRun run) {
    var username = run.pool().newUser();
    refused(
        "UsernameExistsException",
        "User account already exists",
        () -> run.pool().newUserNamed(username));
  }

  private static void weakTemporary(ContractRun run) {
    refused(
        "InvalidPasswordException",
        "Password does not conform to policy: Password not long enough",
        () ->
            run.cognito()
                .adminCreateUser(
                    r ->
                        r.userPoolId(run.pool().id())
                            .username("weak-" + UUID.randomUUID())
                            .temporaryPassword("Short-1")));
  }

  private static void otherCase(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    assertThat(run.pool().login(username.toUpperCase(Locale.ROOT), CHOSEN).authenticationResult())
        .isNotNull();
  }

  private static void goodTemporary(ContractRun run) {
    var username = run.pool().newUser(attribute("email", "someone@example.com"));
    var challenge = run.pool().login(username, TEMPORARY);
    assertThat(challenge.challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(challenge.session()).hasSizeBetween(20, 2048);
    assertThat(challenge.authenticationResult()).isNull();
    assertThat(challenge.challengeParameters())
        .containsEntry("USER_ID_FOR_SRP", username)
        .containsEntry("requiredAttributes", "[]")
        .hasEntrySatisfying(
            "userAttributes",
            json -> assertThat(json).contains("\"email\":\"someone@example.com\""));
  }

  private static void wrongTemporary(ContractRun run) {
    var username = run.pool().newUser();
    refused("NotAuthorizedException", WRONG, () -> run.pool().login(username, "Wrong-Password-1"));
  }

  private static void wrongPassword(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    refused("NotAuthorizedException", WRONG, () -> run.pool().login(username, TEMPORARY));
  }

  private static void unknownHidden(ContractRun run) {
    refused(
        "NotAuthorizedException",
        WRONG,
        () -> run.pool().login("nobody-" + UUID.randomUUID(), TEMPORARY));
  }

  private static void unknownLegacy(ContractRun run) {
    var legacy =
        run.client(
            "{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"],\"PreventUserExistenceErrors\":\"LEGACY\"}");
    refused(
        "UserNotFoundException",
        "User does not exist.",
        () -> legacy.login("nobody-" + UUID.randomUUID(), TEMPORARY));
  }

  private static void flowNotEnabled(ContractRun run) {
    var srpOnly =
        run.client(
            "{\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]}");
    var username = run.pool().newUser();
    refused(
        "InvalidParameterException",
        "USER_PASSWORD_AUTH flow not enabled for this client",
        () -> srpOnly.login(username, TEMPORARY));
  }

  private static void unknownClient(ContractRun run) {
    var unknown = "0123456789abcdefghijklmnop";
    var pool = new ContractPool(run.cognito(), run.pool().id(), unknown, run.pool().secret());
    refused(
        "ResourceNotFoundException",
        "User pool client " + unknown + " does not exist.",
        () -> pool.login("anybody", TEMPORARY));
  }

  private static void disabled(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    run.cognito().adminDisableUser(r -> r.userPoolId(run.pool().id()).username(username));
    refused(
        "NotAuthorizedException", "User is disabled.", () -> run.pool().login(username, CHOSEN));
    run.cognito().adminEnableUser(r -> r.userPoolId(run.pool().id()).username(username));
    assertThat(run.pool().tokens(username)).isNotNull();
  }

  private static void expiredTemporary(ContractRun run) {
    var username = run.pool().newUser();
    run.pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(run.pool().session(username)).isNotNull();
    run.pass(Duration.ofSeconds(1));
    refused(
        "NotAuthorizedException",
        "Temporary password has expired and must be reset by an administrator.",
        () -> run.pool().login(username, TEMPORARY));
  }

  private static void alias(ContractRun run) {
    var pool = run.pool(POOL.replaceFirst("\\{", "{\"AliasAttributes\":[\"email\"],"), CLIENT);
    var email = UUID.randomUUID() + "@example.com";
    var username = pool.newUser(attribute("email", email), attribute("email_verified", "true"));
    var challenge = pool.login(email, TEMPORARY);
    assertThat(challenge.challengeParameters()).containsEntry("USER_ID_FOR_SRP", username);
    assertThat(pool.newPassword(username, CHOSEN, challenge.session()).authenticationResult())
        .isNotNull();

    var unverified = UUID.randomUUID() + "@example.com";
    pool.newUser(attribute("email", unverified));
    refused("NotAuthorizedException", WRONG, () -> pool.login(unverified, TEMPORARY));
  }

  private static void emailAsUsername(ContractRun run) {
    var pool = run.pool(POOL.replaceFirst("\\{", "{\"UsernameAttributes\":[\"email\"],"), CLIENT);
    var email = UUID.randomUUID() + "@example.com";
    var username = pool.newUserNamed(email);
    assertThat(username).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(pool.login(email.toUpperCase(Locale.ROOT), TEMPORARY).challengeParameters())
        .containsEntry("USER_ID_FOR_SRP", username);
    refused(
        "InvalidParameterException",
        "Username should be an email.",
        () -> pool.newUserNamed("shiun"));
  }
}
