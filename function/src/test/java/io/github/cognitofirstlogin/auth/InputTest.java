package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.text.Json;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed bodies, none of which reaches Cognito. */
class InputTest {
  private final FakeCognito cognito = FakeCognito.issuing("token", 3600);
  private final Api api = Api.with(cognito);

  static Stream<String> malformedBodies() {
    String valid = Json.text(Api.Bodies.changePassword());
    return Stream.of(
        "{",
        "{\"a\"",
        "nul",
        "{'username':'x'}",
        "{\"username\":\"x\",}",
        "{\"username\":\"x\" /* comment */}",
        "// comment\n" + valid,
        "{\"n\":NaN}",
        "null",
        "[]",
        "\"x\"",
        "1",
        "true",
        valid + " x",
        valid + valid,
        valid + "}",
        "\ufeff" + valid,
        "{\"username\":\"a\",\"username\":\"b\"}",
        "{\"new_password\":\"a\",\"new_password\":\"a\"}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"n\":" + "9".repeat(2000) + "}",
        "{\"n\":" + "9".repeat(65) + "}",
        "{\"n\":1e999999999}",
        "{\"n\":-1e999999999}",
        "[".repeat(30_000),
        "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
        "{\"a\":".repeat(33) + "1" + "}".repeat(33),
        "{\"a\":\"\u0001\"}",
        "{\"a\":\"tab\there\"}");
  }

  @ParameterizedTest
  @MethodSource("malformedBodies")
  @Hostile({"J1", "J2", "J3", "J4", "J5", "J6", "J8"})
  void bodyThatIsNotOneStrictJsonObjectIsRefusedInTheOriginalWords(String body) {
    var answer = api.post(Route.CHANGE_PASSWORD, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo("Invalid JSON format in request body");
    assertThat(cognito.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/change-password,username",
    "/change-password,new_password",
    "/change-password,session",
    "/login,username",
    "/login,password",
    "/challenge,username",
    "/challenge,challengeName",
    "/challenge,session",
    "/challenge,code",
    "/forgot-password,username",
    "/confirm-forgot-password,username",
    "/confirm-forgot-password,code",
    "/confirm-forgot-password,new_password"
  })
  @Hostile({"V1", "V2"})
  void fieldThatIsMissingOrOfAnotherTypeIsNamed(String path, String field) {
    Route route = Route.of("POST " + path).orElseThrow();
    Map<String, Object> body = Api.Bodies.of(route);
    body.remove(field);
    refused(route, body, field + " is required");
    body.put(field, null);
    refused(route, body, field + " is required");
    for (Object other : List.of(12345678, true, Map.of("a", "b"), List.of("a"))) {
      body.put(field, other);
      refused(route, body, field + " must be a string");
    }
    for (String blank : List.of("", " ", "\t\n")) {
      body.put(field, blank);
      refused(route, body, field + " must not be blank");
    }
  }

  @Test
  @Hostile("V19")
  void camelCaseIsAnotherField() {
    var body = Api.Bodies.changePassword();
    body.put("newPassword", body.remove("new_password"));

    refused(Route.CHANGE_PASSWORD, body, "new_password is required");
  }

  @Test
  @Hostile({"V3", "V5", "V8"})
  void lengthsAreCognitosAndCountedInCodePoints() {
    accepted("username", "x".repeat(128));
    accepted("username", "\ud83d\ude00".repeat(128));
    accepted("session", "s".repeat(20));
    accepted("session", "s".repeat(2049));
    // The maximum of Cognito's SessionType, and twice as much.
    accepted("session", "s".repeat(4096));
    accepted("session", "s".repeat(8192));
    accepted("new_password", "p".repeat(256));
    refused("username", "x".repeat(129), "invalid_parameter");
    refused("session", "s".repeat(19), "invalid_parameter");
    refused("session", "s".repeat(8193), "invalid_parameter");
    refused("new_password", "p".repeat(257), "invalid_password");
    assertThat(api.login(Map.of("username", "x", "password", "p".repeat(256))).status())
        .isEqualTo(200);
    assertThat(api.login(Map.of("username", "x", "password", "p".repeat(257))).code())
        .isEqualTo("invalid_password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\u007fb", "a\u0085b"})
  @Hostile("J10")
  void controlCharacterInANameOrSessionIsRefused(String text) {
    refused("username", text, "invalid_parameter");
    refused("session", text + "x".repeat(20), "invalid_parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "pass\\udfffword", "\\udc00\\ud800"})
  @Hostile("J9")
  void unpairedSurrogateIsRefusedBecauseItWouldBeSentAsAnotherText(String escape) {
    for (String field : List.of("username", "new_password", "session")) {
      String body =
          Json.text(Api.Bodies.changePassword())
              .replaceFirst(
                  "\"" + field + "\":\"",
                  "\"" + field + "\":\"" + escape.replace("\\", "\\\\") + "x".repeat(20));

      var answer = api.post(Route.CHANGE_PASSWORD, body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid_parameter");
    }
    assertThat(cognito.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in  ner\tspace",
        "\u3000blanks of Unicode alone\u00a0",
        "\ufeffbyte order mark\u2028",
        "\u0085next line\u0085",
        "\ud83d\udd11 emoji",
        "e\u0301 combining is not \u00e9",
        "\u202eright to left",
        "\u0000nul",
        "x"
      })
  @Hostile("V6")
  void passwordReachesCognitoAsItWasTyped(String password) {
    var body = Api.Bodies.changePassword();
    body.put("new_password", password);

    assertThat(api.changePassword(body).status()).isEqualTo(200);
    assertThat(cognito.lastAnswer().challengeResponses()).containsEntry("NEW_PASSWORD", password);
  }

  /** The characters of \\s in a Java pattern, as in Cognito's pattern of a password. */
  static Stream<String> blanks() {
    return Stream.of(" ", "\t", "\n", "\u000b", "\f", "\r");
  }

  @ParameterizedTest
  @MethodSource("blanks")
  @Hostile("V6")
  void newPasswordWithABlankAtAnEndIsRefusedAlikeOnEveryRouteThatTakesOne(String blank) {
    for (String password : List.of(blank + "Long-Enough-1", "Long-Enough-1" + blank)) {
      for (Route route : List.of(Route.CHANGE_PASSWORD, Route.CONFIRM_FORGOT_PASSWORD)) {
        var body = Api.Bodies.of(route);
        body.put("new_password", password);
        refusedForItsBlanks(route, body);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r"})
  void newPasswordHasNoLineBreak(String lineBreak) {
    var body = Api.Bodies.changePassword();
    body.put("new_password", "Long" + lineBreak + "Enough-1");
    refusedForItsBlanks(Route.CHANGE_PASSWORD, body);
  }

  /** Some users have such a password, set before the rule or by an administrator. */
  @ParameterizedTest
  @MethodSource("blanks")
  void passwordThatSignsInMayHaveBlanksAtItsEnds(String blank) {
    String password = blank + "Long-Enough-1" + blank;

    assertThat(api.login(Map.of("username", "shiun", "password", password)).status())
        .isEqualTo(200);
    assertThat(cognito.lastLogin().authParameters()).containsEntry("PASSWORD", password);
    var body = Api.Bodies.changePassword();
    body.put("temporary_password", password);
    assertThat(api.changePassword(body).status()).isEqualTo(200);
  }

  @Test
  @Hostile("J12")
  void thousandsOfUnknownMembersDoNoHarm() {
    StringBuilder body = new StringBuilder(Json.text(Api.Bodies.changePassword()));
    body.setLength(body.length() - 1);
    for (int i = 0; body.length() < 32_000; i++) {
      body.append(",\"").append(i).append("\":1");
    }

    assertThat(api.post(Route.CHANGE_PASSWORD, body + "}").status()).isEqualTo(200);
  }

  /** Thousands of different names with one hash code: pairs of AaAa, AaBB and so on. */
  @Test
  @Hostile("J12")
  void namesThatCollideDoNoHarm() {
    List<String> names = List.of("");
    while (names.size() < 1024) {
      names = names.stream().flatMap(name -> Stream.of(name + "Aa", name + "BB")).toList();
    }
    assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);
    var body = Api.Bodies.changePassword();
    names.forEach(name -> body.put(name, 1));

    assertThat(api.changePassword(body).status()).isEqualTo(200);
  }

  @Test
  @Hostile("V18")
  void passwordThatIsTheNameIsCognitosToJudge() {
    for (String password : List.of("shiun", "x")) {
      var body = Api.Bodies.changePassword();
      body.put("new_password", password);

      assertThat(api.changePassword(body).status()).isEqualTo(200);
      assertThat(cognito.lastAnswer().challengeResponses()).containsEntry("NEW_PASSWORD", password);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "a\u2028b", "a\u2029b"})
  @Hostile("V21")
  void nameThatIsMarkupIsNotEchoed(String username) {
    Api refusing =
        Api.with(
            FakeCognito.refusing("InvalidParameterException", "No such user: " + username + "."));
    var body = Api.Bodies.changePassword();
    body.put("username", username);

    var answer = refusing.changePassword(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo("A value in the request is not valid.");
    assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
  }

  private void accepted(String field, String value) {
    var body = Api.Bodies.changePassword();
    body.put(field, value);
    assertThat(api.changePassword(body).status()).isEqualTo(200);
    cognito.requests().clear();
  }

  private void refused(String field, String value, String code) {
    var body = Api.Bodies.changePassword();
    body.put(field, value);
    var answer = api.changePassword(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message().toString()).startsWith(field);
    assertThat(cognito.requests()).isEmpty();
  }

  private void refusedForItsBlanks(Route route, Map<String, Object> body) {
    var answer = api.post(route, Json.text(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_password");
    assertThat(answer.message())
        .isEqualTo(
            "new_password must be free of blanks at its beginning and end, and of line breaks");
    assertThat(cognito.requests()).isEmpty();
  }

  private void refused(Route route, Map<String, Object> body, String message) {
    var answer = api.post(route, Json.text(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo(message);
    assertThat(answer.code()).isEqualTo("invalid_parameter");
    assertThat(cognito.requests()).isEmpty();
  }
}
