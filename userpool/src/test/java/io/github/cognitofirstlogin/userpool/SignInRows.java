package io.github.cognitofirstlogin.userpool;

import static io.github.cognitofirstlogin.userpool.ContractPool.CHOSEN;
import static io.github.cognitofirstlogin.userpool.ContractPool.TEMPORARY;
import static io.github.cognitofirstlogin.userpool.ContractRow.row;
import static io.github.cognitofirstlogin.userpool.ContractRun.CLIENT;
import static io.github.cognitofirstlogin.userpool.ContractRun.POOL;
import static io.github.cognitofirstlogin.userpool.Sdk.attribute;
import static io.github.cognitofirstlogin.userpool.Sdk.refusalType;
import static io.github.cognitofirstlogin.userpool.Sdk.refused;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.ASSERTED;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.PROBED;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.PRODUCTION;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.RECORDED;
import static io.github.cognitofirstlogin.userpool.Witness.callers;
import static io.github.cognitofirstlogin.userpool.Witness.guide;
import static io.github.cognitofirstlogin.userpool.Witness.open;
import static io.github.cognitofirstlogin.userpool.Witness.reference;
import static io.github.cognitofirstlogin.userpool.Witness.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Rows 1 to 15: users, and the first step of their sign-in. */
final class SignInRows {

  private static final String WRONG = "Incorrect username or password.";
  private static final String ERRORS = "cognito-user-pool-managing-errors.html";

  private static final String LEGACY =
      """
      {"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_USER_SRP_AUTH"],
       "PreventUserExistenceErrors":"LEGACY"}\
      """;

  static final String WITH_SECRET =
      """
      {"GenerateSecret":true,"PreventUserExistenceErrors":"ENABLED",
       "ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]}\
      """;

  private SignInRows() {}

  static List<ContractRow> rows() {
    return List.of(
        row(
            "1",
            "create pool, client (secret / none)",
            SignInRows::identifiers,
            open("Which lengths have the ids of pools and clients, and client secrets?")),
        row(
            "2",
            "AdminCreateUser duplicate",
            SignInRows::duplicate,
            seen(PRODUCTION, "five independent projects")),
        row(
            "2b",
            "AdminCreateUser, e-mail as username already taken",
            SignInRows::takenAddress,
            callers(),
            reference("AdminCreateUser")),
        row(
            "2c",
            "AdminCreateUser, e-mail alias already taken",
            SignInRows::takenAlias,
            reference("AdminCreateUser")),
        row(
            "3",
            "AdminCreateUser weak temporary password",
            SignInRows::weakTemporary,
            reference("AdminCreateUser"),
            open("Which text refuses a weak temporary password?")),
        row(
            "4",
            "username in other case, CaseSensitive false",
            SignInRows::otherCase,
            reference("UsernameConfigurationType")),
        row(
            "4b",
            "username in other case, no UsernameConfiguration",
            SignInRows::otherCaseByDefault,
            seen(ASSERTED, "LocalStack")),
        row(
            "5",
            "InitiateAuth good temporary password",
            SignInRows::goodTemporary,
            reference("InitiateAuth")),
        row("6", "wrong temporary password", SignInRows::wrongTemporary, guide(ERRORS)),
        row("7", "wrong password, CONFIRMED user", SignInRows::wrongPassword, guide(ERRORS)),
        row(
            "8",
            "unknown user, PreventUserExistenceErrors ENABLED",
            SignInRows::unknownHidden,
            seen(PROBED, "a public project"),
            seen(PRODUCTION, "many independent projects"),
            guide(ERRORS)),
        row(
            "9",
            "unknown user, LEGACY, password and SRP",
            SignInRows::unknownLegacy,
            seen(RECORDED, "floci"),
            guide(ERRORS)),
        row(
            "9b",
            "ForgotPassword of an unknown user, LEGACY",
            SignInRows::forgotUnknownLegacy,
            seen(RECORDED, "floci", "16 May 2026"),
            seen(PRODUCTION, "many independent projects")),
        row(
            "10",
            "flow not in ExplicitAuthFlows",
            SignInRows::flowNotEnabled,
            reference("InitiateAuth"),
            open("Which text refuses a flow that the client does not have?")),
        row(
            "11",
            "unknown client id",
            SignInRows::unknownClient,
            reference("InitiateAuth"),
            open("Which text refuses an unknown client?")),
        row("12", "disabled user, right password", SignInRows::disabled, callers()),
        row(
            "12b",
            "disabled user, wrong password",
            SignInRows::disabledAndWrong,
            open("Is the password checked before \"User is disabled.\" is answered?")),
        row(
            "13",
            "expired temporary password, PreventUserExistenceErrors LEGACY",
            SignInRows::expiredTemporary,
            seen(PRODUCTION, "six independent projects")),
        row(
            "13b",
            "expired temporary password, PreventUserExistenceErrors ENABLED",
            SignInRows::expiredHidden,
            open(
                "Which text tells of an expired temporary password if PreventUserExistenceErrors is"
                    + " ENABLED?")),
        row(
            "14",
            "e-mail alias sign-in",
            SignInRows::alias,
            guide("user-pool-settings-attributes.html")),
        row(
            "15",
            "e-mail as username, login in other case",
            SignInRows::emailAsUsername,
            guide("user-pool-settings-attributes.html"),
            seen(ASSERTED, "moto")),
        row(
            "15b",
            "e-mail as username: names in the tokens",
            SignInRows::emailAsUsernameInTokens,
            seen(ASSERTED, "moto")),
        row(
            "15c",
            "e-mail as username: a name that is no address",
            SignInRows::noAddressAsUsername,
            guide("user-pool-settings-attributes.html"),
            open("Which text refuses a name that is no address?")));
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

  private static void takenAddress(ContractRun run) {
    var email = UUID.randomUUID() + "@example.com";
    byEmail(run).newUserNamed(email);
    refused(
        "UsernameExistsException",
        "An account with the given email already exists.",
        () -> byEmail(run).newUserNamed(email));
  }

  private static void takenAlias(ContractRun run) {
    var pool = run.pool(POOL.replaceFirst("\\{", "{\"AliasAttributes\":[\"email\"],"), CLIENT);
    var email = attribute("email", UUID.randomUUID() + "@example.com");
    var verified = attribute("email_verified", "true");
    pool.newUser(email, verified);
    assertThat(refusalType(() -> pool.newUser(email, verified))).isEqualTo("AliasExistsException");
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

  private static void otherCaseByDefault(ContractRun run) {
    var pool = run.pool("{\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":10}}}", CLIENT);
    var username = pool.newConfirmedUser();
    refused(
        "NotAuthorizedException",
        WRONG,
        () -> pool.login(username.toUpperCase(Locale.ROOT), CHOSEN));
    assertThat(pool.tokens(username)).isNotNull();
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
    var legacy = run.client(LEGACY);
    var nobody = "nobody-" + UUID.randomUUID();
    refused("UserNotFoundException", "User does not exist.", () -> legacy.login(nobody, TEMPORARY));
    refused(
        "UserNotFoundException",
        "User does not exist.",
        () -> SrpClient.signIn(legacy, nobody, TEMPORARY));
  }

  private static void forgotUnknownLegacy(ContractRun run) {
    var legacy = run.client(LEGACY);
    refused(
        "UserNotFoundException",
        "Username/client id combination not found.",
        () ->
            run.cognito()
                .forgotPassword(
                    r -> r.clientId(legacy.clientId()).username("nobody-" + UUID.randomUUID())));
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

  private static void disabledAndWrong(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    run.cognito().adminDisableUser(r -> r.userPoolId(run.pool().id()).username(username));
    refused(
        "NotAuthorizedException",
        "User is disabled.",
        () -> run.pool().login(username, "Wrong-Password-1"));
  }

  private static void expiredTemporary(ContractRun run) {
    expires(run, run.client(LEGACY));
  }

  private static void expiredHidden(ContractRun run) {
    expires(run, run.pool());
  }

  private static void expires(ContractRun run, ContractPool pool) {
    var username = pool.newUser();
    run.pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(pool.session(username)).isNotNull();
    run.pass(Duration.ofSeconds(1));
    refused(
        "NotAuthorizedException",
        "Temporary password has expired and must be reset by an administrator.",
        () -> pool.login(username, TEMPORARY));
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
    var pool = byEmail(run);
    var email = UUID.randomUUID() + "@example.com";
    var username = pool.newUserNamed(email);
    assertThat(username).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(pool.login(email.toUpperCase(Locale.ROOT), TEMPORARY).challengeParameters())
        .containsEntry("USER_ID_FOR_SRP", username);
  }

  private static void emailAsUsernameInTokens(ContractRun run) {
    var pool = byEmail(run);
    var sub = pool.newUserNamed(UUID.randomUUID() + "@example.com");
    var tokens = pool.newPassword(sub, CHOSEN, pool.session(sub)).authenticationResult();
    assertThat(TokenRows.claims(tokens.accessToken())).containsEntry("username", sub);
    assertThat(TokenRows.claims(tokens.idToken())).containsEntry("cognito:username", sub);
  }

  private static void noAddressAsUsername(ContractRun run) {
    refused(
        "InvalidParameterException",
        "Username should be an email.",
        () -> byEmail(run).newUserNamed("shiun"));
  }

  /** A pool whose users have their e-mail address for a name. */
  static ContractPool byEmail(ContractRun run) {
    return run.pool(POOL.replaceFirst("\\{", "{\"UsernameAttributes\":[\"email\"],"), CLIENT);
  }
}
