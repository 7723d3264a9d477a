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
import static io.github.cognitofirstlogin.userpool.Witness.callers;
import static io.github.cognitofirstlogin.userpool.Witness.differs;
import static io.github.cognitofirstlogin.userpool.Witness.guide;
import static io.github.cognitofirstlogin.userpool.Witness.open;
import static io.github.cognitofirstlogin.userpool.Witness.reference;
import static io.github.cognitofirstlogin.userpool.Witness.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;

/** Rows 16 to 30: the answer to NEW_PASSWORD_REQUIRED, client secrets, SRP. */
final class ChallengeRows {

  private static final String INVALID_SESSION = "Invalid session for the user.";

  private static final String WITH_HISTORY =
      """
      {"Policies":{"PasswordPolicy":{"MinimumLength":10,"PasswordHistorySize":3}}}\
      """;

  private ChallengeRows() {}

  static List<ContractRow> rows() {
    return List.of(
        row(
            "16",
            "missing USERNAME / NEW_PASSWORD",
            ChallengeRows::missingParameter,
            open("Which texts refuse an answer without USERNAME or NEW_PASSWORD?")),
        row("17", "missing Session", ChallengeRows::missingSession, callers()),
        row(
            "18",
            "session shorter than 20",
            ChallengeRows::shortSession,
            reference("RespondToAuthChallenge"),
            open("Which text refuses a short session?")),
        row("19", "garbage session", ChallengeRows::garbageSession, callers()),
        row(
            "20",
            "session of another user",
            ChallengeRows::anotherUsersSession,
            open(
                "Which text refuses the session of another user, and does that user's session live"
                    + " on?")),
        row(
            "20b",
            "an address as USERNAME of a challenge answer, pool with UsernameAttributes, client"
                + " without secret",
            ChallengeRows::addressOfAnswer,
            seen(ASSERTED, "LocalStack")),
        row(
            "20c",
            "an alias as USERNAME of a challenge answer, pool with AliasAttributes",
            ChallengeRows::aliasOfAnswer,
            open("Is an alias of AliasAttributes accepted as USERNAME of a challenge answer?")),
        row(
            "21",
            "session of another client",
            ChallengeRows::anotherClientsSession,
            open("Which text refuses the session of another client?")),
        row(
            "22",
            "expired session",
            ChallengeRows::expiredSession,
            seen(PROBED, "a public project"),
            callers(),
            reference("CreateUserPoolClient")),
        row(
            "23",
            "used session again",
            ChallengeRows::usedSession,
            seen(PROBED, "a public project"),
            callers()),
        row("24", "weak new password", ChallengeRows::weakPassword, callers()),
        row(
            "24b",
            "new password is the temporary one, with and without history",
            ChallengeRows::temporaryAgain,
            seen(ASSERTED, "two public projects")),
        row(
            "24c",
            "new password used before, with history",
            ChallengeRows::usedBefore,
            reference("AdminSetUserPassword"),
            open("Which text refuses a password that was used before?")),
        row(
            "24d",
            "new password with a blank at its end",
            ChallengeRows::blankEnd,
            open("Does RespondToAuthChallenge refuse a new password with blanks at its ends?")),
        row(
            "24e",
            "length of a new password with characters beyond 16 bits",
            ChallengeRows::longCharacters,
            open("Does MinimumLength count UTF-16 units or characters?")),
        row(
            "25",
            "weak, then good password on one session",
            ChallengeRows::weakThenGood,
            seen(PROBED, "aws-blocks")),
        row(
            "26",
            "required attribute missing, then given on the same session",
            ChallengeRows::requiredAttribute,
            seen(PROBED, "aws-blocks"),
            callers(),
            reference("RespondToAuthChallenge")),
        row(
            "27",
            "an attribute given with the answer that has a value",
            ChallengeRows::givenAttributes,
            callers()),
        row(
            "27b",
            "attributes that the answer may not give",
            ChallengeRows::refusedAttributes,
            open(
                "Which texts refuse an attribute that the client may not write, and one that the"
                    + " schema lacks?")),
        row(
            "27c",
            "AdminCreateUser with email_verified \"True\"",
            ChallengeRows::verifiedInCapitals,
            seen(ASSERTED, "moto"),
            seen(ASSERTED, "LocalStack"),
            seen(ASSERTED, "CognitoAuthSession")),
        row(
            "27d",
            "birthdate shorter or longer than 10 characters",
            ChallengeRows::birthdate,
            seen(PRODUCTION, "terraform-provider-aws#38197"),
            seen(PRODUCTION, "amplify-flutter#2034")),
        row("27e", "phone_number not in E.164", ChallengeRows::phoneNumber, callers()),
        row(
            "28",
            "wrong challenge name for the session",
            ChallengeRows::wrongChallenge,
            open("Which text refuses the answer to another challenge?")),
        row(
            "29",
            "SECRET_HASH missing or wrong",
            ChallengeRows::secretHash,
            seen(PRODUCTION, "ten independent projects")),
        row(
            "30",
            "USER_SRP_AUTH",
            ChallengeRows::srp,
            guide("amazon-cognito-user-pools-authentication-flow.html")),
        row(
            "30b",
            "USER_SRP_AUTH of an unknown user, PreventUserExistenceErrors ENABLED",
            ChallengeRows::srpUnknown,
            differs(
                "AWS answers the same salt and a made-up id for the same name each time",
                guide("cognito-user-pool-managing-errors.html"))));
  }

  private static void missingParameter(ContractRun run) {
    var username = run.pool().newUser();
    var session = run.pool().session(username);
    refused(
        "InvalidParameterException",
        "Missing required parameter NEW_PASSWORD",
        () -> run.pool().respond("NEW_PASSWORD_REQUIRED", username, session, Map.of()));
    refused(
        "InvalidParameterException",
        "Missing required parameter USERNAME",
        () ->
            run.cognito()
                .respondToAuthChallenge(
                    r ->
                        r.clientId(run.pool().clientId())
                            .challengeName("NEW_PASSWORD_REQUIRED")
                            .session(session)
                            .challengeResponses(Map.of("NEW_PASSWORD", CHOSEN))));
  }

  private static void missingSession(ContractRun run) {
    var username = run.pool().newUser();
    refused(
        "InvalidParameterException",
        "Missing required parameter Session",
        () -> run.pool().newPassword(username, CHOSEN, null));
  }

  private static void shortSession(ContractRun run) {
    var username = run.pool().newUser();
    refused(
        "InvalidParameterException",
        "1 validation error detected: Value at 'session' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 20",
        () -> run.pool().newPassword(username, CHOSEN, "abc"));
  }

  private static void garbageSession(ContractRun run) {
    var username = run.pool().newUser();
    refused(
        "NotAuthorizedException",
        INVALID_SESSION,
        () -> run.pool().newPassword(username, CHOSEN, "x".repeat(1_543)));
  }

  private static void anotherUsersSession(ContractRun run) {
    var alice = run.pool().newUser();
    var bob = run.pool().newUser();
    var session = run.pool().session(alice);
    refused(
        "NotAuthorizedException",
        INVALID_SESSION,
        () -> run.pool().newPassword(bob, CHOSEN, session));
    assertThat(run.pool().newPassword(alice, CHOSEN, session).authenticationResult()).isNotNull();
  }

  private static void addressOfAnswer(ContractRun run) {
    var pool = SignInRows.byEmail(run);
    var email = UUID.randomUUID() + "@example.com";
    var sub = pool.newUserNamed(email);
    var tokens = pool.newPassword(email, CHOSEN, pool.session(email)).authenticationResult();
    assertThat(TokenRows.claims(tokens.accessToken())).containsEntry("username", sub);
  }

  private static void aliasOfAnswer(ContractRun run) {
    var pool = run.pool(POOL.replaceFirst("\\{", "{\"AliasAttributes\":[\"email\"],"), CLIENT);
    var email = UUID.randomUUID() + "@example.com";
    pool.newUser(attribute("email", email), attribute("email_verified", "true"));
    var session = pool.session(email);
    refused(
        "NotAuthorizedException", INVALID_SESSION, () -> pool.newPassword(email, CHOSEN, session));
  }

  private static void anotherClientsSession(ContractRun run) {
    var username = run.pool().newUser();
    var session = run.pool().session(username);
    var other = run.client("{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]}");
    refused(
        "NotAuthorizedException",
        INVALID_SESSION,
        () -> other.newPassword(username, CHOSEN, session));
  }

  private static void expiredSession(ContractRun run) {
    var username = run.pool().newUser();
    var session = run.pool().session(username);
    run.pass(Duration.ofMinutes(3));
    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session is expired.",
        () -> run.pool().newPassword(username, CHOSEN, session));
    var patient =
        run.client(
            "{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"],\"AuthSessionValidity\":15}");
    var longer = patient.session(username);
    run.pass(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(patient.newPassword(username, CHOSEN, longer).authenticationResult()).isNotNull();
  }

  private static void usedSession(ContractRun run) {
    var username = run.pool().newUser();
    var session = run.pool().session(username);
    run.pool().newPassword(username, CHOSEN, session);
    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session can only be used once.",
        () -> run.pool().newPassword(username, "Another-Password-1", session));
    assertThat(run.pool().tokens(username)).isNotNull();
  }

  private static void weakPassword(ContractRun run) {
    var strict =
        run.pool(
            """
            {"Policies":{"PasswordPolicy":{"MinimumLength":10,"RequireUppercase":true,"RequireLowercase":true,
             "RequireNumbers":true,"RequireSymbols":true}}}\
            """,
            CLIENT);
    var username = strict.newUser();
    var session = strict.session(username);
    Map.of(
            "Short-1", "Password not long enough",
            "long-enough-1", "Password must have uppercase characters",
            "LONG-ENOUGH-1", "Password must have lowercase characters",
            "Long-Enough-One", "Password must have numeric characters",
            "LongEnough1", "Password must have symbol characters")
        .forEach(
            (password, rule) ->
                refused(
                    "InvalidPasswordException",
                    "Password does not conform to policy: " + rule,
                    () -> strict.newPassword(username, password, session)));
    assertThat(strict.newPassword(username, CHOSEN, session).authenticationResult()).isNotNull();
  }

  private static void temporaryAgain(ContractRun run) {
    var remembering = run.pool(WITH_HISTORY, CLIENT);
    var username = remembering.newUser();
    assertThat(
            refusalType(
                () -> remembering.newPassword(username, TEMPORARY, remembering.session(username))))
        .isEqualTo("PasswordHistoryPolicyViolationException");
    var other = run.pool().newUser();
    assertThat(
            run.pool()
                .newPassword(other, TEMPORARY, run.pool().session(other))
                .authenticationResult())
        .isNotNull();
  }

  private static void usedBefore(ContractRun run) {
    var remembering = run.pool(WITH_HISTORY, CLIENT);
    var username = remembering.newUser();
    remembering.newPassword(username, CHOSEN, remembering.session(username));
    refused(
        "PasswordHistoryPolicyViolationException",
        "Password has previously been used.",
        () ->
            run.cognito()
                .adminSetUserPassword(
                    r ->
                        r.userPoolId(remembering.id())
                            .username(username)
                            .password(CHOSEN)
                            .permanent(true)));
  }

  private static void blankEnd(ContractRun run) {
    var username = run.pool().newUser();
    var blankEnd = CHOSEN + " ";
    run.pool().newPassword(username, blankEnd, run.pool().session(username));
    assertThat(run.pool().login(username, blankEnd).authenticationResult()).isNotNull();
  }

  /** Six characters of which four are two UTF-16 units each. */
  private static void longCharacters(ContractRun run) {
    var username = run.pool().newUser();
    assertThat(
            run.pool()
                .newPassword(
                    username, "Aa" + "\ud83d\ude00".repeat(4), run.pool().session(username))
                .authenticationResult())
        .isNotNull();
  }

  private static void weakThenGood(ContractRun run) {
    var username = run.pool().newUser();
    var session = run.pool().session(username);
    refused(
        "InvalidPasswordException",
        "Password does not conform to policy: Password not long enough",
        () -> run.pool().newPassword(username, "Short-1", session));
    assertThat(run.pool().newPassword(username, CHOSEN, session).authenticationResult())
        .isNotNull();
  }

  private static void requiredAttribute(ContractRun run) {
    var pool =
        run.pool(
            POOL.replaceFirst(
                "\\{",
                "{\"Schema\":[{\"Name\":\"given_name\",\"AttributeDataType\":\"String\",\"Required\":true,\"Mutable\":true}],"),
            CLIENT);
    var username = pool.newUser();
    var challenge = pool.login(username, TEMPORARY);
    assertThat(challenge.challengeParameters())
        .containsEntry("requiredAttributes", "[\"userAttributes.given_name\"]");
    refused(
        "InvalidParameterException",
        "Invalid attributes given, given_name is missing",
        () -> pool.newPassword(username, CHOSEN, challenge.session()));
    pool.respond(
        "NEW_PASSWORD_REQUIRED",
        username,
        challenge.session(),
        Map.of("NEW_PASSWORD", CHOSEN, "userAttributes.given_name", "Alice"));
    assertThat(
            run.cognito()
                .adminGetUser(r -> r.userPoolId(pool.id()).username(username))
                .userAttributes())
        .contains(attribute("given_name", "Alice"));
  }

  private static void givenAttributes(ContractRun run) {
    var username = run.pool().newUser(attribute("email", "first@example.com"));
    var session = run.pool().session(username);
    refused(
        "NotAuthorizedException",
        "Cannot modify an already provided email",
        () -> answer(run.pool(), username, session, "email", "second@example.com"));
    answer(run.pool(), username, session, "nickname", "Al");
    assertThat(
            run.cognito()
                .adminGetUser(r -> r.userPoolId(run.pool().id()).username(username))
                .userAttributes())
        .contains(attribute("nickname", "Al"), attribute("email", "first@example.com"));
  }

  private static void refusedAttributes(ContractRun run) {
    var username = run.pool().newUser(attribute("email", "first@example.com"));
    var session = run.pool().session(username);
    refused(
        "NotAuthorizedException",
        "A client attempted to write unauthorized attribute",
        () -> answer(run.pool(), username, session, "email_verified", "true"));
    refused(
        "NotAuthorizedException",
        "A client attempted to write unauthorized attribute",
        () -> answer(run.pool(), username, session, "sub", "me"));
    refused(
        "InvalidParameterException",
        "Attributes did not conform to the schema: custom:role: Attribute does not exist in the"
            + " schema.\n",
        () -> answer(run.pool(), username, session, "custom:role", "admin"));
    var narrow =
        run.client(
            "{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"],\"WriteAttributes\":[\"nickname\"]}");
    var other = narrow.newUser();
    var narrowSession = narrow.session(other);
    refused(
        "NotAuthorizedException",
        "A client attempted to write unauthorized attribute",
        () -> answer(narrow, other, narrowSession, "name", "Al"));
  }

  private static void answer(
      ContractPool pool, String username, String session, String attribute, String value) {
    pool.respond(
        "NEW_PASSWORD_REQUIRED",
        username,
        session,
        Map.of("NEW_PASSWORD", CHOSEN, "userAttributes." + attribute, value));
  }

  private static void verifiedInCapitals(ContractRun run) {
    var pool = run.pool(POOL.replaceFirst("\\{", "{\"AliasAttributes\":[\"email\"],"), CLIENT);
    var email = UUID.randomUUID() + "@example.com";
    pool.newUser(attribute("email", email), attribute("email_verified", "True"));
    assertThat(pool.session(email)).isNotNull();
  }

  private static void birthdate(ContractRun run) {
    var username = run.pool().newUser();
    var session = run.pool().session(username);
    assertThatThrownBy(() -> answer(run.pool(), username, session, "birthdate", "1990-1-1"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("birthdate: String must be no shorter than 10 characters");
    assertThat(
            refusalType(
                () -> answer(run.pool(), username, session, "birthdate", "31 December 1990")))
        .isEqualTo("InvalidParameterException");
    answer(run.pool(), username, session, "birthdate", "1990-12-31");
  }

  private static void phoneNumber(ContractRun run) {
    refused(
        "InvalidParameterException",
        "Invalid phone number format.",
        () -> run.pool().newUser(attribute("phone_number", "0912 345 678")));
  }

  private static void wrongChallenge(ContractRun run) {
    var username = run.pool().newUser();
    var session = run.pool().session(username);
    refused(
        "NotAuthorizedException",
        INVALID_SESSION,
        () -> run.pool().respond("SMS_MFA", username, session, Map.of("SMS_MFA_CODE", "123456")));
  }

  private static void secretHash(ContractRun run) {
    var client = run.client(SignInRows.WITH_SECRET);
    var username = client.newUser();
    var session = client.session(username);
    var without = new ContractPool(run.cognito(), client.id(), client.clientId(), Optional.empty());
    var missing =
        "Client "
            + client.clientId()
            + " is configured with secret but SECRET_HASH was not received";
    var wrong = "Unable to verify secret hash for client " + client.clientId();
    refused("NotAuthorizedException", missing, () -> without.login(username, TEMPORARY));
    refused(
        "NotAuthorizedException", missing, () -> without.newPassword(username, CHOSEN, session));
    refused(
        "NotAuthorizedException",
        wrong,
        () ->
            client.initiate(
                "USER_PASSWORD_AUTH",
                username,
                Map.of("PASSWORD", TEMPORARY, "SECRET_HASH", "AAAA")));
    refused(
        "NotAuthorizedException",
        wrong,
        () ->
            client.respond(
                "NEW_PASSWORD_REQUIRED",
                username,
                session,
                Map.of("NEW_PASSWORD", CHOSEN, "SECRET_HASH", "AAAA")));
    assertThat(client.newPassword(username, CHOSEN, session).authenticationResult()).isNotNull();
  }

  private static void srp(ContractRun run) {
    var username = run.pool().newUser();
    var challenge = SrpClient.signIn(run.pool(), username, TEMPORARY);
    assertThat(challenge.challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
    run.pool().newPassword(username, CHOSEN, challenge.session());
    assertThat(SrpClient.signIn(run.pool(), username, CHOSEN).authenticationResult()).isNotNull();
    refused(
        "NotAuthorizedException",
        "Incorrect username or password.",
        () -> SrpClient.signIn(run.pool(), username, TEMPORARY));
  }

  private static void srpUnknown(ContractRun run) {
    refused(
        "NotAuthorizedException",
        "Incorrect username or password.",
        () -> SrpClient.signIn(run.pool(), "nobody", TEMPORARY));
  }
}
