package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.Api;
import io.github.cognitofirstlogin.auth.FakeCognito;
import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.project.Project;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForgotPasswordResponse;

/**
 * Checks that the operations with a user name do not reveal to a caller without a password, a code
 * or a session whether an account exists, or its state.
 */
class EnumerationTest {
  private static final Map<Operation, Route> ROUTES =
      Map.of(
          Operation.INITIATE_AUTH, Route.LOGIN,
          Operation.FORGOT_PASSWORD, Route.FORGOT_PASSWORD,
          Operation.CONFIRM_FORGOT_PASSWORD, Route.CONFIRM_FORGOT_PASSWORD);

  /** The exceptions whose reply is the same as for an unknown user. */
  private static final Set<String> LEVELLED =
      Set.of(
          "INITIATE_AUTH NotAuthorizedException",
          "INITIATE_AUTH UserNotConfirmedException",
          "INITIATE_AUTH UserNotFoundException",
          "FORGOT_PASSWORD CodeDeliveryFailureException",
          "FORGOT_PASSWORD InvalidEmailRoleAccessPolicyException",
          "FORGOT_PASSWORD InvalidLambdaResponseException",
          "FORGOT_PASSWORD InvalidParameterException",
          "FORGOT_PASSWORD InvalidSmsRoleAccessPolicyException",
          "FORGOT_PASSWORD InvalidSmsRoleTrustRelationshipException",
          "FORGOT_PASSWORD NotAuthorizedException",
          "FORGOT_PASSWORD UnexpectedLambdaException",
          "FORGOT_PASSWORD UserLambdaValidationException",
          "FORGOT_PASSWORD UserNotFoundException",
          "CONFIRM_FORGOT_PASSWORD CodeMismatchException",
          "CONFIRM_FORGOT_PASSWORD ExpiredCodeException",
          "CONFIRM_FORGOT_PASSWORD InvalidParameterException",
          "CONFIRM_FORGOT_PASSWORD NotAuthorizedException",
          "CONFIRM_FORGOT_PASSWORD UserNotConfirmedException",
          "CONFIRM_FORGOT_PASSWORD UserNotFoundException");

  /** Exceptions about the request, the pool or the account, the same for every user name. */
  private static final Set<String> ABOUT_NO_USER =
      Set.of(
          "ForbiddenException",
          "InternalErrorException",
          "OperationNotEnabledException",
          "ResourceNotFoundException",
          "TooManyRequestsException",
          "InvalidUserPoolConfigurationException",
          "UnsupportedOperationException",
          "FeatureUnavailableInTierException");

  /** Exceptions that come only after a right password or code. */
  private static final Set<String> AFTER_A_PROOF =
      Set.of(
          "INITIATE_AUTH InvalidEmailRoleAccessPolicyException",
          "INITIATE_AUTH InvalidSmsRoleAccessPolicyException",
          "INITIATE_AUTH InvalidSmsRoleTrustRelationshipException",
          "CONFIRM_FORGOT_PASSWORD InvalidLambdaResponseException",
          "CONFIRM_FORGOT_PASSWORD UnexpectedLambdaException",
          "CONFIRM_FORGOT_PASSWORD UserLambdaValidationException");

  /**
   * Exceptions about the form of the request, which Cognito checks before it looks for the user.
   */
  private static final String ABOUT_THE_FORM = "INITIATE_AUTH InvalidParameterException";

  static Set<String> pairs() {
    return ROUTES.keySet().stream()
        .flatMap(each -> ServiceModels.exceptions(each).stream().map(e -> each + " " + e))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyExceptionOfTheModelIsLevelledHarmlessOrAWrittenTell(String pair) throws IOException {
    long kinds =
        Stream.of(
                LEVELLED.contains(pair),
                ABOUT_NO_USER.contains(pair.substring(pair.indexOf(' ') + 1)),
                AFTER_A_PROOF.contains(pair),
                pair.equals(ABOUT_THE_FORM),
                tells().contains(pair))
            .filter(kind -> kind)
            .count();

    // Only some texts of NotAuthorizedException get the common reply.
    assertThat(kinds).isEqualTo(pair.equals("INITIATE_AUTH NotAuthorizedException") ? 2 : 1);
  }

  @Test
  void theModelIsReallyWalked() {
    assertThat(pairs()).hasSizeGreaterThan(45).containsAll(LEVELLED);
  }

  static Stream<Arguments> levelled() {
    return LEVELLED.stream()
        .flatMap(
            pair ->
                texts(pair.substring(pair.indexOf(' ') + 1))
                    .map(
                        text ->
                            Arguments.of(
                                Operation.valueOf(pair.substring(0, pair.indexOf(' '))),
                                pair.substring(pair.indexOf(' ') + 1),
                                text)));
  }

  /** Texts that Cognito is known to answer, and texts that nobody has seen. */
  private static Stream<String> texts(String exception) {
    Stream<String> known =
        switch (exception) {
          case "NotAuthorizedException" ->
              Stream.of(
                  "Incorrect username or password.",
                  "User is disabled.",
                  "User account is disabled",
                  "User password cannot be reset in the current state.",
                  "Unable to login because of security reasons.",
                  "Request not allowed due to security reasons.");
          case "InvalidParameterException" ->
              Stream.of(
                  "Cannot reset password for the user as there is no registered/verified email or"
                      + " phone_number",
                  "User pool does not have SMS configuration to send messages.",
                  "Invalid phone number format.");
          case "UserLambdaValidationException" ->
              Stream.of("CustomMessage failed with error No such department.");
          case "ExpiredCodeException" ->
              Stream.of("Invalid code provided, please request a code again.");
          default -> Stream.of();
        };
    return Stream.concat(known, Stream.of("", "A text that was never seen before"));
  }

  @ParameterizedTest
  @MethodSource("levelled")
  @Hostile("K116")
  void replyIsThatForAnUnknownUserToTheLastByteAndHeader(
      Operation operation, String exception, String text) {
    var told = send(operation, FakeCognito.refusal(exception, text));

    assertThat(told).isEqualTo(send(operation, unknownUser(operation)));
  }

  /** The states of an account, and Cognito's answer to a caller who knows only its name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INITIATE_AUTH|confirmed|NotAuthorizedException|Incorrect username or password.",
        "INITIATE_AUTH|unconfirmed|UserNotConfirmedException|User is not confirmed.",
        "INITIATE_AUTH|disabled|NotAuthorizedException|User is disabled.",
        "INITIATE_AUTH|unknown, LEGACY|UserNotFoundException|User does not exist.",
        "FORGOT_PASSWORD|first login to come|NotAuthorizedException"
            + "|User password cannot be reset in the current state.",
        "FORGOT_PASSWORD|unconfirmed|InvalidParameterException"
            + "|Cannot reset password for the user as there is no registered/verified email",
        "FORGOT_PASSWORD|disabled|NotAuthorizedException|User is disabled.",
        "FORGOT_PASSWORD|unknown, LEGACY|UserNotFoundException"
            + "|Username/client id combination not found.",
        "CONFIRM_FORGOT_PASSWORD|no code asked for|ExpiredCodeException"
            + "|Invalid code provided, please request a code again.",
        "CONFIRM_FORGOT_PASSWORD|code asked for|CodeMismatchException"
            + "|Invalid verification code provided, please try again.",
        "CONFIRM_FORGOT_PASSWORD|unconfirmed|UserNotConfirmedException|User is not confirmed.",
        "CONFIRM_FORGOT_PASSWORD|disabled|NotAuthorizedException|User is disabled.",
        "CONFIRM_FORGOT_PASSWORD|unknown, LEGACY|UserNotFoundException"
            + "|Username/client id combination not found."
      })
  void everyStateOfAnAccountReadsLikeNoAccount(
      Operation operation, String state, String exception, String text) {
    assertThat(send(operation, FakeCognito.refusal(exception, text)))
        .as(state)
        .isEqualTo(send(operation, unknownUser(operation)));
  }

  @Test
  void operatorSeesWhatTheCallerDoesNot() {
    Api api =
        Api.with(
            FakeCognito.answering(
                FakeCognito.refusal("ExpiredCodeException", "Invalid code provided")));
    var told = post(api, Route.CONFIRM_FORGOT_PASSWORD);

    assertThat(told.code()).isEqualTo("code_mismatch");
    assertThat(told.message())
        .isEqualTo("The code is wrong or no longer valid. Check it, or ask for another one.");
    assertThat(api.log()).contains("\"code\":\"code_expired\"");
  }

  /** Cognito's answer for an unknown user name with PreventUserExistenceErrors. */
  private static Object unknownUser(Operation operation) {
    return switch (operation) {
      case INITIATE_AUTH ->
          FakeCognito.refusal("NotAuthorizedException", "Incorrect username or password.");
      case FORGOT_PASSWORD -> ForgotPasswordResponse.builder().build();
      default ->
          FakeCognito.refusal(
              "CodeMismatchException", "Invalid verification code provided, please try again.");
    };
  }

  /** The operations and exceptions that docs/security.md lists. */
  private static Set<String> tells() throws IOException {
    List<String> lines = Files.readAllLines(Project.file("docs/security.md"));
    int start = lines.indexOf("## What still tells that an account exists");
    assertThat(start).isPositive();
    return lines.subList(start + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("`"))
        .map(cells -> SdkModel.operation(cells[1]) + " " + cells[3])
        .collect(Collectors.toSet());
  }

  private static Api.Answer send(Operation operation, Object answer) {
    return post(Api.with(FakeCognito.answering(answer)), ROUTES.get(operation));
  }

  private static Api.Answer post(Api api, Route route) {
    return api.post(route, Json.text(Api.Bodies.of(route)));
  }
}
