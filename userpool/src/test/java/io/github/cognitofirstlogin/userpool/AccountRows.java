package io.github.cognitofirstlogin.userpool;

import static io.github.cognitofirstlogin.userpool.ContractPool.CHOSEN;
import static io.github.cognitofirstlogin.userpool.ContractPool.TEMPORARY;
import static io.github.cognitofirstlogin.userpool.ContractRow.row;
import static io.github.cognitofirstlogin.userpool.Sdk.attribute;
import static io.github.cognitofirstlogin.userpool.Sdk.refusalType;
import static io.github.cognitofirstlogin.userpool.Sdk.refused;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.DOCUMENTED;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.PRODUCTION;
import static io.github.cognitofirstlogin.userpool.Witness.Kind.RECORDED;
import static io.github.cognitofirstlogin.userpool.Witness.callers;
import static io.github.cognitofirstlogin.userpool.Witness.differs;
import static io.github.cognitofirstlogin.userpool.Witness.guide;
import static io.github.cognitofirstlogin.userpool.Witness.open;
import static io.github.cognitofirstlogin.userpool.Witness.reference;
import static io.github.cognitofirstlogin.userpool.Witness.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows 39 to 41 and 46 to 50: forgotten passwords, invitations, disabled operations, lock-out. */
final class AccountRows {

  private static final String INVALID = "InvalidParameterException";
  private static final String BLANK_END =
      "1 validation error detected: Value at 'password' failed to satisfy constraint: "
          + "Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$";

  private AccountRows() {}

  static List<ContractRow> rows() {
    return List.of(
        row(
            "39",
            "ForgotPassword of a FORCE_CHANGE_PASSWORD user",
            AccountRows::forgotBeforeFirstLogin,
            callers()),
        row(
            "40",
            "ForgotPassword, unknown user (ENABLED)",
            AccountRows::forgotUnknown,
            guide("cognito-user-pool-managing-errors.html")),
        row(
            "41",
            "ConfirmForgotPassword with a wrong code",
            AccountRows::wrongRecoveryCode,
            seen(RECORDED, "floci"),
            callers()),
        row(
            "41b",
            "ConfirmForgotPassword weak / good / again",
            AccountRows::confirmForgot,
            reference("ConfirmForgotPassword"),
            open("Which text refuses a used or expired recovery code?")),
        row(
            "41c",
            "a password with blanks, ConfirmForgotPassword and AdminSetUserPassword",
            AccountRows::blanks,
            seen(PRODUCTION, "several public tables of Cognito's messages")),
        row(
            "46",
            "AdminResetUserPassword, then login",
            AccountRows::adminReset,
            reference("AdminResetUserPassword"),
            open(
                "Which text tells that the password was reset, and is the password checked"
                    + " before?")),
        row(
            "47",
            "AdminCreateUser RESEND, confirmed user",
            AccountRows::resendToConfirmed,
            seen(PRODUCTION, "two independent projects")),
        row("47b", "AdminCreateUser RESEND", AccountRows::resend, reference("AdminCreateUser")),
        row(
            "47c",
            "answer to a challenge that was opened before RESEND",
            AccountRows::openedBeforeResend,
            open(
                "Does a challenge that was opened before RESEND or AdminSetUserPassword still"
                    + " work?")),
        row(
            "48",
            "SignUp with AllowAdminCreateUserOnly",
            AccountRows::signUp,
            reference("SignUp"),
            open("Which text refuses a sign-up?")),
        row(
            "49",
            "flows and challenges that are not for the client or the session",
            AccountRows::notHere,
            open("Which texts refuse the answer to a challenge of another flow?")),
        row(
            "49b",
            "an operation that this pool does not have",
            AccountRows::unknownOperation,
            differs(
                "AWS has more operations, which the service model lists",
                seen(DOCUMENTED, "service model 2016-04-18"))),
        row(
            "50",
            "lock-out",
            AccountRows::lockOut,
            guide("amazon-cognito-user-pools-authentication-flow.html")),
        row(
            "50b",
            "many failures of an unknown user",
            AccountRows::unknownUsersAreNotLockedOut,
            open("Are unknown users locked out too?")));
  }

  private static void forgotBeforeFirstLogin(ContractRun run) {
    var username =
        run.pool()
            .newUser(attribute("email", "a@example.com"), attribute("email_verified", "true"));
    refused(
        "NotAuthorizedException",
        "User password cannot be reset in the current state.",
        () -> forgot(run, username));
  }

  private static void forgotUnknown(ContractRun run) {
    var delivery =
        run.cognito()
            .forgotPassword(
                r -> r.clientId(run.pool().clientId()).username("nobody-" + UUID.randomUUID()))
            .codeDeliveryDetails();
    assertThat(delivery.destination()).contains("***");
    assertThat(delivery.deliveryMediumAsString()).isEqualTo("EMAIL");
  }

  private static void wrongRecoveryCode(ContractRun run) {
    var username = recoverable(run);
    forgot(run, username);
    var wrong = run.target().secretSentTo(username).equals("000000") ? "000001" : "000000";
    refused(
        "CodeMismatchException",
        "Invalid verification code provided, please try again.",
        () -> confirm(run, username, wrong, "Remembered-1"));
  }

  private static void confirmForgot(ContractRun run) {
    var username = recoverable(run);
    assertThat(
            run.cognito()
                .forgotPassword(r -> r.clientId(run.pool().clientId()).username(username))
                .codeDeliveryDetails()
                .destination())
        .isEqualTo("r***@e***");
    var code = run.target().secretSentTo(username);
    refused(
        "InvalidPasswordException",
        "Password does not conform to policy: Password not long enough",
        () -> confirm(run, username, code, "Short-1"));
    confirm(run, username, code, "Remembered-1");
    assertThat(run.pool().login(username, "Remembered-1").authenticationResult()).isNotNull();
    refused(
        "ExpiredCodeException",
        "Invalid code provided, please request a code again.",
        () -> confirm(run, username, code, "Remembered-2"));
    forgot(run, username);
    run.pass(Duration.ofHours(1));
    refused(
        "ExpiredCodeException",
        "Invalid code provided, please request a code again.",
        () -> confirm(run, username, run.target().secretSentTo(username), "Remembered-2"));
  }

  private static void blanks(ContractRun run) {
    var username = recoverable(run);
    forgot(run, username);
    var code = run.target().secretSentTo(username);
    for (var blank : List.of(" Remembered-1", "Remembered-1 ")) {
      refused(INVALID, BLANK_END, () -> confirm(run, username, code, blank));
      refused(INVALID, BLANK_END, () -> set(run, username, blank));
    }
    confirm(run, username, code, "Remem bered-1");
    set(run, username, "Remem bered-2");
    assertThat(run.pool().login(username, "Remem bered-2").authenticationResult()).isNotNull();
  }

  private static void set(ContractRun run, String username, String password) {
    run.cognito()
        .adminSetUserPassword(
            r ->
                r.userPoolId(run.pool().id())
                    .username(username)
                    .password(password)
                    .permanent(true));
  }

  private static void adminReset(ContractRun run) {
    var username = recoverable(run);
    run.cognito().adminResetUserPassword(r -> r.userPoolId(run.pool().id()).username(username));
    refused(
        "PasswordResetRequiredException",
        "Password reset required for the user",
        () -> run.pool().login(username, CHOSEN));
    confirm(run, username, run.target().secretSentTo(username), "Remembered-1");
    assertThat(run.pool().login(username, "Remembered-1").authenticationResult()).isNotNull();
  }

  private static void resend(ContractRun run) {
    var username = run.pool().newUser(attribute("email", "invited@example.com"));
    run.cognito()
        .adminCreateUser(
            r ->
                r.userPoolId(run.pool().id())
                    .username(username)
                    .messageAction("RESEND")
                    .desiredDeliveryMediumsWithStrings("EMAIL"));
    var invitation = run.target().secretSentTo(username);
    refused(
        "NotAuthorizedException",
        "Incorrect username or password.",
        () -> run.pool().login(username, TEMPORARY));
    assertThat(run.pool().login(username, invitation).session()).isNotNull();
  }

  private static void resendToConfirmed(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    refused(
        "UnsupportedUserStateException",
        "Resend not possible. " + username + " status is not FORCE_CHANGE_PASSWORD",
        () ->
            run.cognito()
                .adminCreateUser(
                    r -> r.userPoolId(run.pool().id()).username(username).messageAction("RESEND")));
  }

  private static void openedBeforeResend(ContractRun run) {
    var username = run.pool().newUser();
    var before = run.pool().session(username);
    run.cognito()
        .adminCreateUser(
            r ->
                r.userPoolId(run.pool().id())
                    .username(username)
                    .temporaryPassword("Temporary-2")
                    .messageAction("RESEND"));
    assertThat(run.pool().newPassword(username, CHOSEN, before).authenticationResult()).isNotNull();
  }

  private static void signUp(ContractRun run) {
    refused(
        "NotAuthorizedException",
        "SignUp is not permitted for this user pool",
        () ->
            run.cognito()
                .signUp(r -> r.clientId(run.pool().clientId()).username("self").password(CHOSEN)));
  }

  private static void notHere(ContractRun run) {
    var username = run.pool().newUser();
    var session = run.pool().session(username);
    for (var flow : List.of("USER_AUTH", "CUSTOM_AUTH")) {
      assertThat(refusalType(() -> run.pool().initiate(flow, username, Map.of())))
          .isEqualTo("InvalidParameterException");
    }
    for (var challenge :
        List.of(
            "DEVICE_SRP_AUTH",
            "DEVICE_PASSWORD_VERIFIER",
            "CUSTOM_CHALLENGE",
            "SELECT_CHALLENGE")) {
      refused(
          "NotAuthorizedException",
          "Invalid session for the user.",
          () -> run.pool().respond(challenge, username, session, Map.of("ANSWER", "x")));
    }
  }

  private static void unknownOperation(ContractRun run) {
    var endpoint = run.target().endpoint().orElseGet(() -> abort("AWS has every operation"));
    for (var operation : List.of("AdminRespondToAuthChallenge", "ConfirmDevice", "NoSuchThing")) {
      var answer = post(endpoint, operation);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .contains("\"__type\":\"UnknownOperationException\"")
          .contains("This user pool does not have the operation " + operation + ".");
      assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    }
  }

  private static void lockOut(ContractRun run) {
    var username = run.pool().newConfirmedUser();
    var wrong = "Incorrect username or password.";
    for (var attempt = 1; attempt <= 5; attempt++) {
      refused(
          "NotAuthorizedException", wrong, () -> run.pool().login(username, "Wrong-Password-1"));
    }
    for (var lockSeconds : List.of(1, 2, 4, 8)) {
      refused(
          "NotAuthorizedException",
          "Password attempts exceeded",
          () -> run.pool().login(username, CHOSEN));
      run.pass(Duration.ofSeconds(lockSeconds).minusMillis(1));
      refused(
          "NotAuthorizedException",
          "Password attempts exceeded",
          () -> run.pool().login(username, CHOSEN));
      run.pass(Duration.ofMillis(1));
      refused(
          "NotAuthorizedException", wrong, () -> run.pool().login(username, "Wrong-Password-1"));
    }
    run.pass(Duration.ofSeconds(16));
    assertThat(run.pool().tokens(username)).isNotNull();
    refused("NotAuthorizedException", wrong, () -> run.pool().login(username, "Wrong-Password-1"));
    assertThat(run.pool().tokens(username)).isNotNull();
  }

  private static void unknownUsersAreNotLockedOut(ContractRun run) {
    var nobody = "nobody-" + UUID.randomUUID();
    for (var attempt = 1; attempt <= 10; attempt++) {
      refused(
          "NotAuthorizedException",
          "Incorrect username or password.",
          () -> run.pool().login(nobody, "Wrong-Password-1"));
    }
  }

  private static String recoverable(ContractRun run) {
    return run.pool()
        .newConfirmedUser(
            attribute("email", "r-" + UUID.randomUUID() + "@example.com"),
            attribute("email_verified", "true"));
  }

  private static void forgot(ContractRun run, String username) {
    run.cognito().forgotPassword(r -> r.clientId(run.pool().clientId()).username(username));
  }

  private static void confirm(ContractRun run, String username, String code, String password) {
    run.cognito()
        .confirmForgotPassword(
            r ->
                r.clientId(run.pool().clientId())
                    .username(username)
                    .confirmationCode(code)
                    .password(password));
  }

  private static HttpResponse<String> post(String endpoint, String operation) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(endpoint))
                  .header("Content-Type", "application/x-amz-json-1.1")
                  .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                  .POST(HttpRequest.BodyPublishers.ofString("{}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError("no answer to " + operation, e);
    }
  }
}
