package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** {@code POST /change-password} beyond the original contract: attributes and new starts. */
class FirstLoginWaysTest {
  private static final String NOT_AUTHORIZED = "NotAuthorizedException";
  private static final RuntimeException EXPIRED =
      FakeCognito.refusal(NOT_AUTHORIZED, "Invalid session for the user, session is expired.");
  private static final RuntimeException USED =
      FakeCognito.refusal(
          NOT_AUTHORIZED, "Invalid session for the user, session can only be used once.");
  private static final InitiateAuthResponse NEW_CHALLENGE =
      InitiateAuthResponse.builder()
          .challengeName("NEW_PASSWORD_REQUIRED")
          .session("another-session-of-the-same-user")
          .challengeParameters(Map.of("USER_ID_FOR_SRP", "real-name"))
          .build();
  private static final RespondToAuthChallengeResponse SIGNED_IN =
      RespondToAuthChallengeResponse.builder()
          .authenticationResult(
              AuthenticationResultType.builder().accessToken("token").expiresIn(60).build())
          .build();

  /** Cognito's texts about attributes, and the texts that the caller reads. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "InvalidParameter|Invalid phone number format.|phone_number|attribute_invalid",
        "InvalidParameter|Invalid email address format.|email|attribute_invalid",
        "InvalidParameter|Invalid phone number/email address format.||attribute_invalid",
        "InvalidParameter|Attributes did not conform to the schema: birthdate: String must be no"
            + " shorter than 10 characters|birthdate|attribute_invalid",
        "InvalidParameter|Attributes did not conform to the schema: birthdate: String must be no"
            + " shorter than 10 characters\\nzoneinfo: String must be no longer than 5 characters"
            + "\\n|birthdate|attribute_invalid",
        "InvalidParameter|Attributes did not conform to the schema: custom:team: Attribute does"
            + " not exist in the schema.\\n|custom:team|attribute_invalid",
        "InvalidParameter|Attributes did not conform to the schema: Type for attribute"
            + " {custom:role} could not be determined|custom:role|attribute_invalid",
        "InvalidParameter|Type for attribute {custom:role} could not be determined|custom:role"
            + "|attribute_invalid",
        "InvalidParameter|user.custom:team: String must be no shorter than 36 characters\\n"
            + "|custom:team|attribute_invalid",
        "InvalidParameter|Attributes did not conform to the schema: name.formatted: The attribute"
            + " name.formatted is required|name|attribute_missing",
        "InvalidParameter|Attributes did not conform to the schema: name: The attribute is"
            + " required gender: The attribute is required|name|attribute_missing",
        "InvalidParameter|Invalid attributes given, given_name is missing|given_name"
            + "|attribute_missing",
        "InvalidParameter|Invalid attributes given, name and address is missing|name"
            + "|attribute_missing",
        "NotAuthorized|Cannot modify an already provided email|email|attribute_already_set",
        "InvalidParameter|Cannot modify an already provided phone_number|phone_number"
            + "|attribute_already_set",
        "InvalidParameter|user.email: Attribute cannot be updated.\\n|email|attribute_already_set",
        "NotAuthorized|A client attempted to write unauthorized attribute||attribute_not_writable",
        "AliasExists|An account with the given email already exists.|email|attribute_conflict",
        "AliasExists|An account with the phone_number already exists.|phone_number"
            + "|attribute_conflict",
      })
  void attributeThatCognitoRefusesIsNamed(
      String exception, String message, String attribute, String code) {
    String text = message.replace("\\n", "\n");
    FakeCognito cognito = FakeCognito.refusing(exception + "Exception", text);

    var answer = change(cognito, "attributes", Map.of("given_name", "x", "custom:team", "y"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.body().get("attribute")).isEqualTo(attribute);
    if (!exception.equals("AliasExists") && attribute != null) {
      assertThat(answer.message()).isEqualTo(text.strip().replace('\n', ' '));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "InvalidParameter|Invalid phone number/email address format.",
        "InvalidParameter|Attributes did not conform to the schema",
        "InvalidParameter|1 validation error detected: Value at 'userAttributes.1.member.value'"
            + " failed to satisfy constraint: Member must not be null",
        "NotAuthorized|A client attempted to write unauthorized attribute",
      })
  void onlyAttributeThatWasSentIsTheOneThatCognitoMeans(String exception, String message) {
    FakeCognito cognito = FakeCognito.refusing(exception + "Exception", message);
    String only = message.contains("phone") ? "phone_number" : "custom:team";
    Map<String, String> environment =
        Api.environment("WRITABLE_ATTRIBUTES", "given_name,custom:team,phone_number,email");
    var body = Api.Bodies.changePassword();
    body.put("attributes", Map.of(only, "y"));

    var answer = Api.with(cognito, environment).changePassword(body);
    assertThat(answer.body()).containsEntry("attribute", only);

    body.put("attributes", Map.of("phone_number", "y", "given_name", "x"));
    var ambiguous = Api.with(cognito, environment).changePassword(body);
    assertThat(ambiguous.body().get("attribute"))
        .isEqualTo(message.contains("phone") ? "phone_number" : null);
  }

  /** The only sent attribute is not the one in the text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Invalid attributes given, custom:\u90e8\u9580 is missing|custom:\u90e8\u9580",
        "Attributes did not conform to the schema: custom:\u90e8\u9580: String must be no longer"
            + " than 3 characters|custom:\u90e8\u9580",
        "user.custom:\u0627\u0633\u0645: String must be no shorter than 3 characters"
            + "|custom:\u0627\u0633\u0645",
        "Cannot modify an already provided custom:\u90e8\u9580|custom:\u90e8\u9580",
        "Invalid attribute custom:a+b&c|custom:a+b&c",
        "1 validation error detected: Value at"
            + " 'challengeResponses.userAttributes.custom:\u90e8\u9580.member' failed to satisfy"
            + " constraint: Member must not be null|custom:\u90e8\u9580",
        "Invalid Phone Number Format.|phone_number",
        "Invalid phone number format.\\r\\n|phone_number",
        "Invalid phone number/email address format.\\n|",
      })
  void attributeOfAnyScriptIsNamedAndNoOtherInItsPlace(String message, String attribute) {
    String text = message.replace("\\r", "\r").replace("\\n", "\n");
    var body = Api.Bodies.changePassword();
    body.put("attributes", Map.of("given_name", "x"));

    var answer =
        Api.with(FakeCognito.refusing("InvalidParameterException", text)).changePassword(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code().toString()).startsWith("attribute_");
    assertThat(answer.body().get("attribute")).isEqualTo(attribute);
  }

  @Test
  void attributesAreSentByTheirCognitoNames() {
    FakeCognito cognito = FakeCognito.answering(SIGNED_IN);

    var answer = change(cognito, "attributes", Map.of("given_name", "Sh", "custom:team", "a b "));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(cognito.lastAnswer().challengeResponses())
        .containsEntry("userAttributes.given_name", "Sh")
        .containsEntry("userAttributes.custom:team", "a b ")
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sub",
        "email_verified",
        "custom:user_role",
        "family_name",
        "GIVEN_NAME",
        "given_name ",
        "userAttributes.given_name",
        "NEW_PASSWORD",
        "USERNAME",
        "",
      })
  @Hostile("V13")
  void attributeThatIsNotTheUsersToSetIsRefusedAtOnce(String name) {
    FakeCognito cognito = FakeCognito.answering();

    var answer = change(cognito, "attributes", Map.of("given_name", "Sh", name, "true"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("attribute_not_writable");
    assertThat(answer.message()).isEqualTo("That attribute cannot be set.");
    assertThat(cognito.requests()).isEmpty();
  }

  @Test
  void refusedAttributeIsNamedUnlessItsNameIsMalformed() {
    assertThat(change(FakeCognito.answering(), "attributes", Map.of("sub", "x")).body())
        .containsEntry("attribute", "sub");
    assertThat(change(FakeCognito.answering(), "attributes", Map.of("<script>", "x")).body())
        .doesNotContainKey("attribute");
  }

  @Test
  @Hostile({"V15", "V16"})
  void attributesAreAnObjectOfStringsWithinBounds() {
    for (Object wrong : List.of("text", 1, true, List.of("given_name"), Map.of("given_name", 1))) {
      var answer = change(FakeCognito.answering(), "attributes", wrong);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid_parameter");
      assertThat(answer.message().toString()).contains("attributes");
    }
    assertThat(given("x".repeat(2048), FakeCognito.answering(SIGNED_IN)).status()).isEqualTo(200);
    assertThat(given("x".repeat(2049), FakeCognito.answering()).code())
        .isEqualTo("attribute_invalid");
    Map<String, Object> tooMany = new java.util.LinkedHashMap<>();
    for (int i = 0; i < 51; i++) {
      tooMany.put("name" + i, "x");
    }
    assertThat(change(FakeCognito.answering(), "attributes", tooMany).message())
        .isEqualTo("attributes must have at most 50 members");
    Map<String, Object> withoutAValue = new java.util.LinkedHashMap<>();
    withoutAValue.put("given_name", null);
    assertThat(change(FakeCognito.answering(), "attributes", withoutAValue).message())
        .isEqualTo("each member of attributes must be a string");

    var nulls = Api.Bodies.changePassword();
    nulls.put("attributes", null);
    assertThat(Api.with(FakeCognito.answering(SIGNED_IN)).changePassword(nulls).status())
        .isEqualTo(200);
  }

  @Test
  @Hostile("V17")
  void missingAttributeIsNamed() {
    var refusal =
        FakeCognito.refusal(
            "InvalidParameterException", "Invalid attributes given, given_name is missing");

    var answer = Api.with(FakeCognito.answering(refusal)).changePassword();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("attribute_missing");
    assertThat(answer.message()).isEqualTo("Invalid attributes given, given_name is missing");
    assertThat(answer.body()).containsEntry("attribute", "given_name");
  }

  @Test
  void attributeThatIsReallyASecretOfTheCallersIsNotNamed() {
    var cognito =
        FakeCognito.refusing(
            "InvalidParameterException",
            "Invalid attributes given, " + Api.SESSION + " is missing");

    var answer = Api.with(cognito).changePassword();

    assertThat(answer.code()).isEqualTo("attribute_missing");
    assertThat(answer.body()).doesNotContainKey("attribute");
  }

  @Test
  void expiredSessionIsReplacedOnceWhereTheTemporaryPasswordIsKnown() {
    FakeCognito cognito = FakeCognito.answering(EXPIRED, NEW_CHALLENGE, SIGNED_IN);

    var answer = change(cognito, "temporary_password", "Temp0rary-Passw0rd!");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.message()).isEqualTo("Password changed successfully");
    assertThat(answer.cookies()).hasSize(1);
    assertThat(cognito.requests()).hasSize(3);
    assertThat(((InitiateAuthRequest) cognito.requests().get(1)).authParameters())
        .isEqualTo(Map.of("USERNAME", "shiun", "PASSWORD", "Temp0rary-Passw0rd!"));
    assertThat(cognito.lastAnswer().session()).isEqualTo("another-session-of-the-same-user");
    assertThat(cognito.lastAnswer().challengeResponses())
        .isEqualTo(Map.of("USERNAME", "real-name", "NEW_PASSWORD", "My own Passw0rd!"));
  }

  @Test
  void newStartIsTriedOnce() {
    FakeCognito cognito = FakeCognito.answering(EXPIRED, NEW_CHALLENGE, EXPIRED);

    assertThat(change(cognito, "temporary_password", "Temp0rary").code())
        .isEqualTo("session_expired");
    assertThat(cognito.requests()).hasSize(3);
  }

  @Test
  void expiredSessionWithoutATemporaryPasswordIsReported() {
    FakeCognito cognito = FakeCognito.answering(EXPIRED);

    assertThat(Api.with(cognito).changePassword().code()).isEqualTo("session_expired");
    assertThat(cognito.requests()).hasSize(1);
  }

  @Test
  void secondClickIsAnsweredWithSessionUsed() {
    FakeCognito cognito = FakeCognito.answering(USED);

    var answer = change(cognito, "temporary_password", "Temp0rary");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("session_used");
    assertThat(cognito.requests()).hasSize(1);
  }

  @Test
  void newStartThatIsRefusedLeavesTheFirstRefusal() {
    RuntimeException wrongNow =
        FakeCognito.refusal(NOT_AUTHORIZED, "Incorrect username or password.");
    FakeCognito cognito = FakeCognito.answering(EXPIRED, wrongNow);

    var answer = change(cognito, "temporary_password", "Temp0rary");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("session_expired");
    assertThat(cognito.requests()).hasSize(2);
  }

  @Test
  void newStartThatSignsInChangesNothingMore() {
    FakeCognito cognito =
        FakeCognito.answering(
            EXPIRED,
            InitiateAuthResponse.builder()
                .authenticationResult(AuthenticationResultType.builder().accessToken("t").build())
                .build());

    var answer = change(cognito, "temporary_password", "Temp0rary");

    assertThat(answer.code()).isEqualTo("session_expired");
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void temporaryPasswordThatExpiredMeanwhileIsTheReportedReason() {
    RuntimeException expired =
        FakeCognito.refusal(
            NOT_AUTHORIZED,
            "Temporary password has expired and must be reset by an administrator.");

    var answer = change(FakeCognito.answering(EXPIRED, expired), "temporary_password", "Temp0");

    assertThat(answer.code()).isEqualTo("temporary_password_expired");
  }

  @Test
  void refusalThatANewSessionCannotMendIsNotTriedAgain() {
    FakeCognito cognito =
        FakeCognito.answering(FakeCognito.refusal("InvalidPasswordException", "Too short"));

    assertThat(change(cognito, "temporary_password", "Temp0rary").code())
        .isEqualTo("invalid_password");
    assertThat(cognito.requests()).hasSize(1);
  }

  @Test
  @Hostile("F14")
  void lostAnswerIsNeverFollowedByANewStart() {
    FakeCognito cognito =
        FakeCognito.answering(FakeCognito.error(500, "InternalErrorException", ""));

    assertThat(change(cognito, "temporary_password", "Temp0rary").code())
        .isEqualTo("outcome_unknown");
    assertThat(cognito.requests()).hasSize(1);
  }

  @Test
  @Hostile("V18")
  void temporaryPasswordAsTheNewOneIsRefusedInPlainWords() {
    FakeCognito cognito = FakeCognito.answering();

    var answer = change(cognito, "temporary_password", "My own Passw0rd!");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("password_reused");
    assertThat(answer.message()).isEqualTo("The new password must differ from the temporary one.");
    assertThat(cognito.requests()).isEmpty();
  }

  private static Api.Answer given(String value, FakeCognito cognito) {
    return change(cognito, "attributes", Map.of("given_name", value));
  }

  private static Api.Answer change(FakeCognito cognito, String field, Object value) {
    var body = Api.Bodies.changePassword();
    body.put(field, value);
    return Api.with(cognito).changePassword(body);
  }
}
