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
import static io.github.cognitofirstlogin.userpool.Witness.callers;
import static io.github.cognitofirstlogin.userpool.Witness.open;
import static io.github.cognitofirstlogin.userpool.Witness.reference;
import static io.github.cognitofirstlogin.userpool.Witness.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rows 42 to 45: second factors. */
final class MfaRows {

  private static final String OPTIONAL =
      POOL.replaceFirst(
          "\\{",
          "{\"MfaConfiguration\":\"OPTIONAL\",\"EnabledMfas\":[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\",\"EMAIL_OTP\"],");
  private static final String REQUIRED =
      POOL.replaceFirst(
          "\\{",
          "{\"MfaConfiguration\":\"ON\",\"EnabledMfas\":[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"],");

  private MfaRows() {}

  static List<ContractRow> rows() {
    return List.of(
        row(
            "42",
            "three wrong codes at VerifySoftwareToken of a sign-in",
            MfaRows::wrongCodesAtSetUp,
            seen(PROBED, "aws-blocks")),
        row(
            "42b",
            "TOTP: associate, verify wrong and good",
            MfaRows::setUp,
            reference("VerifySoftwareToken"),
            open("Which texts refuse a wrong first code, and a pool without software tokens?")),
        row(
            "43",
            "SOFTWARE_TOKEN_MFA wrong code / wrong session / replay",
            MfaRows::softwareToken,
            seen(ASSERTED, "moto"),
            callers()),
        row(
            "43b",
            "code of an authenticator app whose clock is late",
            MfaRows::lateClock,
            open("How far may the clock of an authenticator app differ?")),
        row(
            "43c",
            "many wrong codes of an authenticator app",
            MfaRows::wrongCodesOfTheApp,
            open("Do wrong codes of an authenticator app and by SMS count towards the lock-out?")),
        row("44", "pool MFA=ON after new password", MfaRows::required, seen(ASSERTED, "moto")),
        row(
            "44b",
            "MFA_SETUP answered before a factor is verified",
            MfaRows::unverifiedSetUp,
            open("Which text refuses the answer to MFA_SETUP before a factor is verified?")),
        row(
            "45",
            "wrong e-mail codes of a sign-in",
            MfaRows::wrongEmailCodes,
            seen(PROBED, "onecgiar"),
            seen(PROBED, "aws-blocks")),
        row("45b", "SMS_MFA", MfaRows::sms, callers(), reference("RespondToAuthChallenge")),
        row(
            "45c",
            "SELECT_MFA_TYPE",
            MfaRows::selectsAmongSeveral,
            reference("RespondToAuthChallenge")));
  }

  private static void setUp(ContractRun run) {
    var pool = run.pool(OPTIONAL, CLIENT);
    var access = pool.tokens(pool.newConfirmedUser()).accessToken();
    var secret = run.cognito().associateSoftwareToken(r -> r.accessToken(access)).secretCode();
    var authenticator = new Authenticator(secret, run);
    refused(
        "EnableSoftwareTokenMFAException",
        "Code mismatch",
        () ->
            run.cognito()
                .verifySoftwareToken(
                    r -> r.accessToken(access).userCode(authenticator.wrongCode())));
    assertThat(
            run.cognito()
                .verifySoftwareToken(r -> r.accessToken(access).userCode(authenticator.code()))
                .statusAsString())
        .isEqualTo("SUCCESS");
    var without = run.pool();
    var token = without.tokens(without.newConfirmedUser()).accessToken();
    refused(
        "SoftwareTokenMFANotFoundException",
        "Software Token MFA has not been enabled by the userPool",
        () -> run.cognito().associateSoftwareToken(r -> r.accessToken(token)));
  }

  private static void softwareToken(ContractRun run) {
    var pool = run.pool(OPTIONAL, CLIENT);
    var username = pool.newConfirmedUser();
    var authenticator = authenticator(run, pool, username);
    var challenge = pool.login(username, CHOSEN);
    assertThat(challenge.challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");
    assertThat(challenge.authenticationResult()).isNull();
    refused(
        "ExpiredCodeException",
        "Your software token has already been used once.",
        () -> code(pool, username, challenge.session(), authenticator.code()));
    run.pass(Duration.ofSeconds(60));
    refused(
        "CodeMismatchException",
        "Invalid code received for user",
        () -> code(pool, username, challenge.session(), authenticator.wrongCode()));
    refused(
        "NotAuthorizedException",
        "Invalid session for the user.",
        () -> code(pool, username, "x".repeat(100), authenticator.code()));
    code(pool, username, challenge.session(), authenticator.code());
    var again = pool.login(username, CHOSEN).session();
    refused(
        "ExpiredCodeException",
        "Your software token has already been used once.",
        () -> code(pool, username, again, authenticator.code()));
    run.pass(Duration.ofSeconds(60));
    code(pool, username, again, authenticator.code());
  }

  private static void code(ContractPool pool, String username, String session, String code) {
    assertThat(
            pool.respond(
                    "SOFTWARE_TOKEN_MFA",
                    username,
                    session,
                    Map.of("SOFTWARE_TOKEN_MFA_CODE", code))
                .authenticationResult())
        .isNotNull();
  }

  private static Authenticator authenticator(ContractRun run, ContractPool pool, String username) {
    var access = pool.tokens(username).accessToken();
    var secret = run.cognito().associateSoftwareToken(r -> r.accessToken(access)).secretCode();
    var authenticator = new Authenticator(secret, run);
    run.cognito().verifySoftwareToken(r -> r.accessToken(access).userCode(authenticator.code()));
    run.cognito()
        .adminSetUserMFAPreference(
            r ->
                r.userPoolId(pool.id())
                    .username(username)
                    .softwareTokenMfaSettings(s -> s.enabled(true).preferredMfa(true)));
    return authenticator;
  }

  private static void required(ContractRun run) {
    var pool = run.pool(REQUIRED, CLIENT);
    var username = pool.newUser();
    var setup = pool.newPassword(username, CHOSEN, pool.session(username));
    assertThat(setup.authenticationResult()).isNull();
    assertThat(setup.challengeNameAsString()).isEqualTo("MFA_SETUP");
    assertThat(setup.challengeParameters().get("MFAS_CAN_SETUP"))
        .contains("\"SOFTWARE_TOKEN_MFA\"");
    var associated = run.cognito().associateSoftwareToken(r -> r.session(setup.session()));
    var authenticator = new Authenticator(associated.secretCode(), run);
    refused(
        "EnableSoftwareTokenMFAException",
        "Code mismatch",
        () ->
            run.cognito()
                .verifySoftwareToken(
                    r -> r.session(associated.session()).userCode(authenticator.wrongCode())));
    var verified =
        run.cognito()
            .verifySoftwareToken(
                r -> r.session(associated.session()).userCode(authenticator.code()));
    assertThat(
            pool.respond("MFA_SETUP", username, verified.session(), Map.of())
                .authenticationResult())
        .isNotNull();
    assertThat(pool.login(username, CHOSEN).challengeNameAsString())
        .isEqualTo("SOFTWARE_TOKEN_MFA");
  }

  private static void unverifiedSetUp(ContractRun run) {
    var pool = run.pool(REQUIRED, CLIENT);
    var username = pool.newUser();
    var setup = pool.newPassword(username, CHOSEN, pool.session(username));
    refused(
        "NotAuthorizedException",
        "Invalid session for the user.",
        () -> pool.respond("MFA_SETUP", username, setup.session(), Map.of()));
  }

  private static void wrongCodesOfTheApp(ContractRun run) {
    var pool = run.pool(OPTIONAL, CLIENT);
    var username = pool.newConfirmedUser();
    var authenticator = authenticator(run, pool, username);
    var session = pool.login(username, CHOSEN).session();
    for (var attempt = 1; attempt <= 5; attempt++) {
      refused(
          "CodeMismatchException",
          "Invalid code received for user",
          () -> code(pool, username, session, authenticator.wrongCode()));
    }
    refused(
        "NotAuthorizedException",
        "Password attempts exceeded",
        () -> code(pool, username, session, authenticator.wrongCode()));
  }

  private static void wrongCodesAtSetUp(ContractRun run) {
    var pool = run.pool(REQUIRED, CLIENT);
    var username = pool.newUser();
    var setup = pool.newPassword(username, CHOSEN, pool.session(username));
    var associated = run.cognito().associateSoftwareToken(r -> r.session(setup.session()));
    var authenticator = new Authenticator(associated.secretCode(), run);
    for (var attempt = 1; attempt <= 3; attempt++) {
      assertThat(
              refusalType(
                  () ->
                      run.cognito()
                          .verifySoftwareToken(
                              r ->
                                  r.session(associated.session())
                                      .userCode(authenticator.wrongCode()))))
          .isEqualTo("EnableSoftwareTokenMFAException");
    }
    assertThat(
            refusalType(
                () ->
                    run.cognito()
                        .verifySoftwareToken(
                            r -> r.session(associated.session()).userCode(authenticator.code()))))
        .isEqualTo("NotAuthorizedException");
  }

  private static void wrongEmailCodes(ContractRun run) {
    var pool = run.pool(OPTIONAL, CLIENT);
    var username = pool.newConfirmedUser(attribute("email", "wrong@example.com"));
    run.cognito()
        .adminSetUserMFAPreference(
            r ->
                r.userPoolId(pool.id())
                    .username(username)
                    .emailMfaSettings(s -> s.enabled(true).preferredMfa(true)));
    var session = pool.login(username, CHOSEN).session();
    var wrong = run.target().secretSentTo(username).equals("000000") ? "000001" : "000000";
    for (var attempt = 1; attempt <= 6; attempt++) {
      assertThat(refusalType(() -> email(pool, username, session, wrong)))
          .isEqualTo("CodeMismatchException");
    }
    refused(
        "NotAuthorizedException",
        "Invalid session for the user.",
        () -> email(pool, username, session, wrong));
    var again = pool.login(username, CHOSEN).session();
    email(pool, username, again, run.target().secretSentTo(username));
  }

  private static void email(ContractPool pool, String username, String session, String code) {
    assertThat(
            pool.respond("EMAIL_OTP", username, session, Map.of("EMAIL_OTP_CODE", code))
                .authenticationResult())
        .isNotNull();
  }

  private static void lateClock(ContractRun run) {
    var pool = run.pool(OPTIONAL, CLIENT);
    var username = pool.newConfirmedUser();
    var authenticator = authenticator(run, pool, username);
    run.pass(Duration.ofSeconds(60));
    var late = authenticator.code();
    run.pass(Duration.ofSeconds(30));
    code(pool, username, pool.login(username, CHOSEN).session(), late);
  }

  private static void sms(ContractRun run) {
    var pool = run.pool(REQUIRED, CLIENT);
    var username =
        pool.newUser(
            attribute("phone_number", "+15555550123"), attribute("phone_number_verified", "true"));
    var challenge = pool.newPassword(username, CHOSEN, pool.login(username, TEMPORARY).session());
    assertThat(challenge.challengeNameAsString()).isEqualTo("SMS_MFA");
    assertThat(challenge.challengeParameters())
        .containsEntry("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS")
        .containsEntry("CODE_DELIVERY_DESTINATION", "+*******0123");
    var code = run.target().secretSentTo(username);
    refused(
        "CodeMismatchException",
        "Invalid code or auth state for the user.",
        () ->
            sms(pool, username, challenge.session(), code.equals("000000") ? "000001" : "000000"));
    sms(pool, username, challenge.session(), code);
    refused(
        "NotAuthorizedException",
        "Invalid session for the user, session can only be used once.",
        () -> sms(pool, username, challenge.session(), code));
  }

  private static void selectsAmongSeveral(ContractRun run) {
    var pool = run.pool(OPTIONAL, CLIENT);
    var username =
        pool.newConfirmedUser(
            attribute("phone_number", "+15555550124"), attribute("email", "some@example.com"));
    run.cognito()
        .adminSetUserMFAPreference(
            r ->
                r.userPoolId(pool.id())
                    .username(username)
                    .smsMfaSettings(s -> s.enabled(true))
                    .emailMfaSettings(s -> s.enabled(true)));
    var choice = pool.login(username, CHOSEN);
    assertThat(choice.challengeNameAsString()).isEqualTo("SELECT_MFA_TYPE");
    assertThat(choice.challengeParameters())
        .containsEntry("MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"EMAIL_OTP\"]");
    var asked =
        pool.respond("SELECT_MFA_TYPE", username, choice.session(), Map.of("ANSWER", "EMAIL_OTP"));
    assertThat(asked.challengeNameAsString()).isEqualTo("EMAIL_OTP");
    assertThat(asked.challengeParameters()).containsEntry("CODE_DELIVERY_DESTINATION", "s***@e***");
    var code = run.target().secretSentTo(username);
    assertThat(
            pool.respond("EMAIL_OTP", username, asked.session(), Map.of("EMAIL_OTP_CODE", code))
                .authenticationResult())
        .isNotNull();
  }

  private static void sms(ContractPool pool, String username, String session, String code) {
    assertThat(
            pool.respond("SMS_MFA", username, session, Map.of("SMS_MFA_CODE", code))
                .authenticationResult())
        .isNotNull();
  }
}
