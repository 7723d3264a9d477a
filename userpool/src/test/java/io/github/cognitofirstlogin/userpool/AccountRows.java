package io.github.cognitofirstlogin.userpool;

import static io.github.cognitofirstlogin.userpool.ContractPool.CHOSEN;
import static io.github.cognitofirstlogin.userpool.ContractPool.TEMPORARY;
import static io.github.cognitofirstlogin.userpool.Sdk.attribute;
import static io.github.cognitofirstlogin.userpool.Sdk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/** Rows 39 to 41 and 46 to 50: forgotten passwords, invitations, disabled operations, lock-out. */
final class AccountRows {

  private AccountRows() {}

  static List<ContractRow> rows() {
    return List.of(
        new ContractRow(
            39,
            "ForgotPassword of a FORCE_CHANGE_PASSWORD user",
            AccountRows::forgotBeforeFirstLogin),
        new ContractRow(40, "ForgotPassword, unknown user (ENABLED)", AccountRows::forgotUnknown),
        new ContractRow(
            41, "ConfirmForgotPassword wrong / weak / good / again", AccountRows::confirmForgot),
        new ContractRow(46, "AdminResetUserPassword, then login", AccountRows::adminReset),
        new ContractRow(47, "AdminCreateUser RESEND", AccountRows::resend),
        new ContractRow(48, "SignUp with AllowAdminCreateUserOnly", AccountRows::signUp),
        new ContractRow(
            49,
            "USER_AUTH, CUSTOM_AUTH, devices, AdminRespondToAuthChallenge",
            AccountRows::notHere),
        new ContractRow(50, "lock-out", AccountRows::lockOut));
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

  private static void confirmForgot(ContractRun run) {
    var username = recoverable(run);
    assertThat(
            run.cognito()
                .forgotPassword(r -> r.clientId(run.pool().clientId()).username(username))
                .codeDeliveryDetails()
                .destination())
        .isEqualTo("r***@e***");
    var code = run.target().secretSentTo(username);
    var wrong = code.equals("000000") ? "000001" : "000000";
    refused(
        "CodeMismatchException",
        "Invalid verification code provided, please try again.",
        () -> confirm(run, username, wrong, "Remembered-1"));
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
    run.pool().newPassword(username, CHOSEN, run.pool().login(username, invitation).session());
    refused(
        "UnsupportedUserStateException",
        "Resend not possible. CONFIRMED user cannot be invited again.",
        () ->
            run.cognito()
                .adminCreateUser(
                    r -> r.userPoolId(run.pool().id()).username(username).messageAction("RESEND")));
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
      assertThat(catchType(() -> run.pool().initiate(flow, username, Map.of())))
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
    run.target()
        .endpoint()
        .ifPresent(
            endpoint -> {
              for (var operation :
                  List.of("AdminRespondToAuthChallenge", "ConfirmDevice", "NoSuchThing")) {
                var answer = post(endpoint, operation);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains("\"__type\":\"UnknownOperationException\"");
                assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
              }
            });
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

  private static String catchType(Runnable call) {
    try {
      call.run();
      return "no exception";
    } catch (CognitoIdentityProviderException e) {
      return e.awsErrorDetails().errorCode();
    }
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
