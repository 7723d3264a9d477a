package io.github.cognitofirstlogin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The campaign finds each kind of wrong reply: this test makes one of each kind. */
class AuditTest {
  private static final String CHANGED = "{'message':'Password changed successfully'}";
  private static final String UNKNOWN = "{'message':'We could not','code':'outcome_unknown'}";
  private static final String FAILED = "{'message':'It failed','code':'upstream_error'}";
  private static final Call APPLIED = new Call("RespondToAuthChallenge", true, true);
  private static final Call NOT_APPLIED = new Call("RespondToAuthChallenge", false, false);
  private static final Optional<FaultPlan.Planned> BROKEN = fault("drop");

  @Test
  void rightReplyIsNoViolation() {
    assertThat(Audit.of(change(told(200, CHANGED), APPLIED))).isEmpty();
    assertThat(Audit.of(broken(told(502, UNKNOWN), APPLIED))).isEmpty();
    assertThat(Audit.of(broken(told(502, UNKNOWN), NOT_APPLIED))).isEmpty();
    assertThat(Audit.of(broken(told(502, FAILED), NOT_APPLIED))).isEmpty();
  }

  @Test
  void changeThatTookEffectMustNotBeCalledAFailure() {
    assertThat(Audit.of(broken(told(502, FAILED), APPLIED)))
        .containsExactly(Violation.FALSE_FAILURE);
  }

  @Test
  void successNeedsAnEffect() {
    assertThat(Audit.of(broken(told(200, CHANGED), NOT_APPLIED)))
        .containsExactly(Violation.FALSE_SUCCESS);
    var twice =
        asked(
            Step.CHANGE_PASSWORD, List.of(told(200, CHANGED), told(200, CHANGED)), BROKEN, APPLIED);
    assertThat(Audit.of(twice)).containsExactly(Violation.FALSE_SUCCESS);
  }

  @Test
  void signOutMayOnlyClaimToHaveRevokedWhatWasRevoked() {
    var call = new Call("RevokeToken", false, false);
    assertThat(
            Audit.of(
                asked(
                    Step.SIGN_OUT,
                    List.of(told(200, "{'message':'Signed out','revoked':true}")),
                    BROKEN,
                    call)))
        .containsExactly(Violation.FALSE_SUCCESS);
    assertThat(
            Audit.of(
                asked(
                    Step.SIGN_OUT,
                    List.of(told(200, "{'message':'Signed out','revoked':false}")),
                    BROKEN,
                    call)))
        .isEmpty();
  }

  @Test
  void replyNamesNoOtherUser() {
    assertThat(
            Audit.of(
                asked(
                    Step.SESSION,
                    List.of(told(200, "{'message':'ok','username':'somebody else'}")),
                    Optional.empty())))
        .containsExactly(Violation.CROSS_TALK);
  }

  @Test
  void cookieIsTheSessionOfItsUserOnly() {
    var others = cookie("somebody else");

    assertThat(Audit.of(change(told(200, CHANGED, "set-cookie", others), APPLIED)))
        .containsExactly(Violation.CROSS_TALK);
    assertThat(Audit.of(change(told(200, CHANGED, "set-cookie", cookie("me")), APPLIED))).isEmpty();
  }

  @Test
  void secretsAreFoundInBodiesAndHeaders() {
    var password = LeakWatch.CANARY + "-N-me-4x";
    var encoded =
        Base64.getEncoder().encodeToString(("1" + password).getBytes(StandardCharsets.UTF_8));

    for (var leak : List.of(password, encoded, "AYABeMr7-VHYy7OgAYABeMr7-VHYy7Og")) {
      assertThat(Audit.of(broken(told(502, UNKNOWN.replace("We", leak)), APPLIED)))
          .containsExactly(Violation.LEAK);
      assertThat(Audit.of(broken(told(502, UNKNOWN, "x-debug", leak), APPLIED)))
          .containsExactly(Violation.LEAK);
    }
  }

  @Test
  void challengeHasItsSessionInItsOwnMemberOnly() {
    var session = "AYABeMr7-VHYy7OgAYABeMr7-VHYy7Og";
    var challenge = "{'message':'m','challengeName':'NEW_PASSWORD_REQUIRED','session':'" + session;
    var call = new Call("InitiateAuth", true, false);

    assertThat(
            Audit.of(
                asked(Step.LOGIN, List.of(told(200, challenge + "'}")), Optional.empty(), call)))
        .isEmpty();
    assertThat(
            Audit.of(
                asked(
                    Step.LOGIN,
                    List.of(told(200, challenge + "','also':'" + session + "'}")),
                    Optional.empty(),
                    call)))
        .containsExactly(Violation.LEAK);
  }

  @Test
  void requestGoesToCognitoOnceAndTwiceOnlyWhenThrottled() {
    assertThat(Audit.of(broken(told(502, UNKNOWN), APPLIED, APPLIED)))
        .containsExactly(Violation.REPEATED);
    assertThat(
            Audit.of(
                asked(
                    Step.CHANGE_PASSWORD,
                    List.of(told(200, CHANGED)),
                    fault("throttled once"),
                    NOT_APPLIED,
                    APPLIED)))
        .isEmpty();
  }

  @Test
  void replyIsOfThePromisedShape() {
    assertThat(Audit.of(broken(told(502, "<html>"), NOT_APPLIED)))
        .containsExactly(Violation.MALFORMED);
    assertThat(Audit.of(broken(told(502, "{'message':'no code'}"), NOT_APPLIED)))
        .containsExactly(Violation.MALFORMED);
    assertThat(Audit.of(broken(told(500, "{'message':'m','code':'internal_error'}"), NOT_APPLIED)))
        .containsExactly(Violation.MALFORMED);
    assertThat(Audit.of(broken(told(418, FAILED), NOT_APPLIED)))
        .containsExactly(Violation.MALFORMED);
    assertThat(Audit.of(broken(told(502, UNKNOWN, "set-cookie", cookie("me")), APPLIED)))
        .containsExactly(Violation.MALFORMED);
  }

  @Test
  void everyReplyComesWithinTenSeconds() {
    var late = told(502, UNKNOWN);
    var told =
        new Told(
            late.status(), late.headers(), late.text(), late.body(), Duration.ofMillis(10_001));

    assertThat(Audit.of(broken(told, APPLIED))).containsExactly(Violation.SLOW);
  }

  @Test
  void answerWithoutAFaultIsTheRightOne() {
    assertThat(Audit.of(change(told(502, UNKNOWN), NOT_APPLIED)))
        .containsExactly(Violation.UNEXPECTED);
  }

  @Test
  void requestThatNeverArrivedMayBeCalledUnknownAndNothingElse() {
    assertThat(Audit.of(change(told(502, UNKNOWN)))).isEmpty();
    assertThat(Audit.of(change(told(400, "{'message':'m','code':'session_used'}"))))
        .containsExactly(Violation.UNEXPECTED);
  }

  @Test
  void requestThatTheStageRefusedHasNoEffect() {
    var refused = told(429, "{'message':'Too Many Requests'}");

    assertThat(Audit.of(change(refused))).isEmpty();
    assertThat(Audit.of(change(refused, NOT_APPLIED))).containsExactly(Violation.UNEXPECTED);
    assertThat(Audit.of(change(refused, APPLIED)))
        .containsExactly(Violation.FALSE_FAILURE, Violation.UNEXPECTED);
  }

  @Test
  void stageRefusesWithoutACookie() {
    var refused = told(429, "{'message':'Too Many Requests'}", "set-cookie", cookie("me"));

    assertThat(Audit.of(change(refused))).containsExactly(Violation.MALFORMED);
  }

  private static Asked change(Told told, Call... calls) {
    return asked(Step.CHANGE_PASSWORD, List.of(told), Optional.empty(), calls);
  }

  private static Asked broken(Told told, Call... calls) {
    return asked(Step.CHANGE_PASSWORD, List.of(told), BROKEN, calls);
  }

  private static Asked asked(
      Step step, List<Told> replies, Optional<FaultPlan.Planned> fault, Call... calls) {
    return new Asked(step, "me", replies, List.of(calls), fault, 1, List.of("ok"));
  }

  private static Optional<FaultPlan.Planned> fault(String name) {
    return Optional.of(
        new FaultPlan.Planned(name, name.startsWith("throttled"), MissingNode.getInstance()));
  }

  private static String cookie(String username) {
    var claims = "{\"username\":\"" + username + "\"}";
    var payload = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "accessToken=eyJhbGciOiJSUzI1NiJ9." + payload + ".c2ln; Path=/; Max-Age=3600";
  }

  private static Told told(int status, String body, String... header) {
    var headers = new HashMap<String, List<String>>();
    headers.put("content-type", List.of("application/json; charset=utf-8"));
    headers.put("cache-control", List.of("no-store"));
    headers.put("x-content-type-options", List.of("nosniff"));
    headers.put("referrer-policy", List.of("no-referrer"));
    headers.put("strict-transport-security", List.of("max-age=63072000"));
    if (header.length > 0) {
      headers.put(header[0], List.of(header[1]));
    }
    var text = body.replace('\'', '"');
    try {
      return new Told(
          status,
          HttpHeaders.of(Map.copyOf(headers), (name, value) -> true),
          text,
          text.startsWith("{") ? new ObjectMapper().readTree(text) : MissingNode.getInstance(),
          Duration.ofMillis(5));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
