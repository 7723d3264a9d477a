package io.github.cognitofirstlogin.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Set<String> IN_USE = Set.of("InitiateAuth", "RevokeToken");

  @Test
  void boundOfAShapeInUseIsNamedWithTheOperationsThatUseIt() {
    assertThat(published())
        .contains("SessionType takes 20..4096 characters, and took 20..2048 (in InitiateAuth).");
  }

  @Test
  void newExceptionsOfOperationsInUseAreNamed() {
    assertThat(published())
        .contains(
            "FeatureUnavailableInTierException is a new exception of InitiateAuth.",
            "OperationNotEnabledException is a new exception of InitiateAuth, RevokeToken.");
  }

  @Test
  void newOperationsAreNamedApartByWhoCanCallThem() {
    assertThat(published())
        .contains(
            "The model has operations that are new and not in use here (4). A client can call these"
                + " without AWS credentials: ListUserSessions, RevokeUserSession. These need AWS"
                + " credentials: AdminListUserSessions, UpdateProvisionedLimit.");
  }

  @Test
  void newExceptionOfAnOperationThatIsNotInUseIsNamed() {
    assertThat(published())
        .contains(
            "ServiceQuotaExceededException is a new exception of operations that are not in use"
                + " here.");
  }

  @Test
  void newMemberOfARequestIsNamed() {
    assertThat(published())
        .contains(
            "RevokeTokenRequest now has the member RevokeAssociatedSessions (in RevokeToken).");
  }

  @Test
  void shapesOfOtherOperationsAreLeftOut() {
    assertThat(published()).noneMatch(sentence -> sentence.contains("ExplicitAuthFlowsType"));
    assertThat(
            sentences(
                Models.model(Models.OLDER), Models.model(Models.NEWER), "DescribeUserPoolClient"))
        .contains(
            "ExplicitAuthFlowsType now has the value ALLOW_TOKEN_EXCHANGE_DELEGATION (in"
                + " DescribeUserPoolClient).");
  }

  @Test
  void nothingMovesBetweenAModelAndItself() {
    assertThat(sentences(Models.model(Models.NEWER), Models.model(Models.NEWER), "InitiateAuth"))
        .isEmpty();
  }

  @Test
  void wayBackIsToldToo() {
    assertThat(sentences(Models.model(Models.NEWER), Models.model(Models.OLDER), "InitiateAuth"))
        .contains(
            "SessionType takes 20..2048 characters, and took 20..4096 (in InitiateAuth).",
            "FeatureUnavailableInTierException is no longer an exception of InitiateAuth.",
            "These operations are gone, and they are not in use here: AdminListUserSessions,"
                + " ListUserSessions, RevokeUserSession, UpdateProvisionedLimit.");
  }

  @Test
  void operationInUseThatIsGoneIsNamed() {
    assertThat(changed(model -> model.withObject("/operations").remove("InitiateAuth")))
        .containsExactly("InitiateAuth is gone, and it is in use here.");
  }

  @Test
  void operationInUseThatIsNewIsNamed() {
    assertThat(
            sentences(Models.model(Models.OLDER), Models.model(Models.NEWER), "ListUserSessions"))
        .contains("ListUserSessions is new, and it is in use here.")
        .noneMatch(sentence -> sentence.contains("credentials: ListUserSessions"));
  }

  @Test
  void patternIsNamedWithTheFormerOne() {
    assertThat(changed(model -> shape(model, "ClientIdType").put("pattern", "[a-z]+")))
        .containsExactly(
            "ClientIdType has the pattern [a-z]+, and had the pattern [\\w+]+ (in InitiateAuth,"
                + " RevokeToken).");
    assertThat(changed(model -> shape(model, "ClientIdType").remove("pattern")))
        .containsExactly(
            "ClientIdType has no pattern, and had the pattern [\\w+]+ (in InitiateAuth,"
                + " RevokeToken).");
  }

  @Test
  void boundThatIsGoneIsNamed() {
    assertThat(changed(model -> shape(model, "SessionType").remove(List.of("min", "max"))))
        .containsExactly(
            "SessionType takes any number of characters, and took 20..2048 (in InitiateAuth).");
    assertThat(changed(model -> shape(model, "SessionType").remove("max")))
        .containsExactly("SessionType takes 20.. characters, and took 20..2048 (in InitiateAuth).");
  }

  @Test
  void valuesThatComeAndGoAreNamed() {
    assertThat(changed(model -> shape(model, "AuthFlowType").putArray("enum").add("USER_AUTH")))
        .hasSize(7)
        .contains("AuthFlowType no longer has the value USER_SRP_AUTH (in InitiateAuth).");
  }

  @Test
  void memberThatIsRequiredFromNowOnIsNamed() {
    assertThat(
            changed(
                model -> shape(model, "InitiateAuthRequest").withArray("required").add("Session")))
        .containsExactly("InitiateAuthRequest now requires the member Session (in InitiateAuth).");
  }

  @Test
  void anotherTypeIsNamed() {
    assertThat(changed(model -> shape(model, "ClientSecretType").put("type", "list")))
        .containsExactly("ClientSecretType is now a list, and was a string (in RevokeToken).");
    assertThat(
            changed(
                model ->
                    shape(model, "RevokeTokenRequest")
                        .withObject("/members/Token")
                        .put("shape", "StringType")))
        .containsExactly(
            "RevokeTokenRequest has the type StringType for its member Token, and had"
                + " TokenModelType (in RevokeToken).");
  }

  @Test
  void valueThatMustNotBePrintedFromNowOnIsNamed() {
    assertThat(changed(model -> shape(model, "AuthFlowType").put("sensitive", true)))
        .containsExactly("AuthFlowType is now sensitive (in InitiateAuth).");
  }

  @Test
  void tableOfRefusalsIsSearchedForAnExceptionWithoutItsSuffix() {
    var moves =
        new Comparison(Models.model(Models.OLDER), Models.model(Models.NEWER), IN_USE).moves();

    assertThat(moves)
        .filteredOn(move -> move.sentence().startsWith("FeatureUnavailableInTierException"))
        .singleElement()
        .satisfies(
            move ->
                assertThat(move.names())
                    .contains("FeatureUnavailableInTierException", "FeatureUnavailableInTier"));
  }

  private static List<String> published() {
    return sentences(
        Models.model(Models.OLDER), Models.model(Models.NEWER), IN_USE.toArray(String[]::new));
  }

  private static List<String> changed(Consumer<ObjectNode> change) {
    var model = Models.json(Models.OLDER);
    change.accept(model);
    return sentences(
        Models.model(Models.OLDER), new ServiceModel(model), IN_USE.toArray(String[]::new));
  }

  private static ObjectNode shape(ObjectNode model, String name) {
    return model.withObject("/shapes/" + name);
  }

  private static List<String> sentences(ServiceModel from, ServiceModel to, String... inUse) {
    return new Comparison(from, to, Set.of(inUse)).moves().stream().map(Move::sentence).toList();
  }
}
