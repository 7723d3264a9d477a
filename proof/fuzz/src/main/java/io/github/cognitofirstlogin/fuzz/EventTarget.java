package io.github.cognitofirstlogin.fuzz;

import io.github.cognitofirstlogin.auth.FunctionUnderFuzz;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Events as bytes. The first byte, a digit, chooses Cognito's answer. The other bytes are the
 * event.
 */
public final class EventTarget {
  private static final String CANARY = "Canary!";
  private static final String TOKENS =
      "{\"AuthenticationResult\":{\"AccessToken\":\"CanaryAccess\",\"ExpiresIn\":3600,"
          + "\"RefreshToken\":\"CanaryRefresh\",\"IdToken\":\"CanaryId\",\"TokenType\":\"Bearer\"}}";

  private static final List<Consumer<CognitoInMemory>> ANSWERS =
      List.of(
          cognito -> cognito.answer(200, TOKENS),
          cognito ->
              cognito.answer(
                  200,
                  "{\"ChallengeName\":\"NEW_PASSWORD_REQUIRED\",\"Session\":\"Canary!session\","
                      + "\"ChallengeParameters\":{\"USER_ID_FOR_SRP\":\"shiun\","
                      + "\"requiredAttributes\":\"[\\\"userAttributes.given_name\\\"]\","
                      + "\"userAttributes\":\"{}\"}}"),
          cognito ->
              cognito.answer(
                  200,
                  "{\"ChallengeName\":\"MFA_SETUP\",\"Session\":\"Canary!session\",\"Status\":"
                      + "\"SUCCESS\",\"SecretCode\":\"JBSWY3DPEHPK3PXP\",\"ChallengeParameters\":"
                      + "{\"MFAS_CAN_SETUP\":\"[\\\"SOFTWARE_TOKEN_MFA\\\"]\"}}"),
          cognito ->
              refuse(
                  cognito,
                  "InvalidParameterException",
                  "1 validation error detected: Value 'Canary!' at 'session' failed"),
          cognito ->
              refuse(
                  cognito,
                  "NotAuthorizedException",
                  "Invalid session for the user, session can only be used once."),
          cognito ->
              refuse(
                  cognito,
                  "InvalidPasswordException",
                  "Password does not conform to policy: Password not long enough"),
          cognito -> refuse(cognito, "QuiteNewException", "Canary!"),
          cognito ->
              cognito.answer(
                  500, "{\"__type\":\"InternalErrorException\",\"message\":\"Canary!\"}"),
          cognito -> cognito.answer(502, "<html>Canary!</html>"),
          CognitoInMemory::hangUp);

  private static final CognitoInMemory COGNITO = new CognitoInMemory();
  private static final FunctionUnderFuzz FUNCTION = FunctionUnderFuzz.over(COGNITO);

  private EventTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0 || input[0] < '0' || input[0] > '9') {
      return;
    }
    ANSWERS.get(input[0] - '0').accept(COGNITO);
    ReplyOracle.check(
        FUNCTION.handle(Arrays.copyOfRange(input, 1, input.length)),
        CANARY,
        "CanaryAccess",
        "CanaryRefresh",
        "CanaryId");
  }

  private static void refuse(CognitoInMemory cognito, String exception, String message) {
    cognito.answer(400, "{\"__type\":\"" + exception + "\",\"message\":\"" + message + "\"}");
  }
}
