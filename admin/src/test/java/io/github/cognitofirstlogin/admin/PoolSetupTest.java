package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** The refusals of bin/invite for pools of every kind, before it invites any user. */
class PoolSetupTest {
  private static final Mode INVITE = new Mode(false, false);
  private static final Mode RESEND = new Mode(true, false);

  @Test
  void poolThatDistinguishesCapitalLettersHasTwoUsers() {
    assertThat(
            problems(
                pool -> pool.usernameConfiguration(with -> with.caseSensitive(true)),
                INVITE,
                person("Emma"),
                person("emma")))
        .isEmpty();
  }

  @Test
  void poolWithoutACaseSettingDistinguishesCapitalLetters() {
    assertThat(problems(pool -> {}, INVITE, person("Emma"), person("emma"))).isEmpty();
  }

  @Test
  void poolThatDoesNotDistinguishCapitalLettersHasOneUser() {
    for (var mode : List.of(INVITE, RESEND)) {
      assertThat(
              problems(
                  pool -> pool.usernameConfiguration(with -> with.caseSensitive(false)),
                  mode,
                  person("Emma"),
                  person("emma")))
          .containsExactly(
              "'Emma' and 'emma' are the same user: this user pool does not distinguish capital"
                  + " letters");
    }
  }

  @Test
  void poolWithAddressesAsUserNamesReportsOtherNamesOnce() {
    assertThat(
            problems(
                pool -> pool.usernameAttributes(UsernameAttributeType.EMAIL),
                INVITE,
                person("alice"),
                person("bob"),
                person("carol@example.com")))
        .containsExactly(
            "The user pool takes email as user name (UsernameAttributes); 2 of 3 users have another"
                + " one, such as 'alice'");
  }

  @Test
  void poolThatTakesAddressesRefusesAnotherAddressAsUserName() {
    assertThat(
            problems(
                pool -> pool.usernameAttributes(UsernameAttributeType.EMAIL),
                INVITE,
                Invitee.of("a@example.com", "b@example.com", Map.of(), Set.of())))
        .containsExactly(
            "The user name 'a@example.com' must be the user's email, which is 'b@example.com'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"carol@example.com", "CAROL@example.com", "+15551234567"})
  void userNameOfTheKindThatThePoolTakesIsFine(String username) {
    assertThat(
            problems(
                pool ->
                    pool.usernameAttributes(
                        UsernameAttributeType.EMAIL, UsernameAttributeType.PHONE_NUMBER),
                INVITE,
                Invitee.of(username, "carol@example.com", Map.of(), Set.of())))
        .isEmpty();
  }

  @Test
  void poolWithoutPasswordsGetsNoUsersWithoutATemporaryOne() {
    Consumer<UserPoolType.Builder> passwordless =
        pool ->
            pool.policies(
                policies ->
                    policies.signInPolicy(
                        signIn ->
                            signIn.allowedFirstAuthFactors(
                                AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP)));

    assertThat(problems(passwordless, INVITE, person("alice")))
        .singleElement()
        .asString()
        .startsWith("The user pool lets people sign in without a password (EMAIL_OTP)")
        .endsWith("aws cognito-idp admin-create-user --temporary-password");
    assertThat(problems(passwordless, RESEND, person("alice"))).isEmpty();
  }

  @Test
  void attributeThatThePoolDoesNotHaveIsNamed() {
    assertThat(
            problems(
                pool -> {},
                INVITE,
                Invitee.of("alice", "a@example.com", Map.of("custom:x", "1"), Set.of())))
        .containsExactly("The user pool has no attribute 'custom:x'");
  }

  @Test
  void mailsOfATriggerAreNotLimitedByCognito() {
    assertThat(setup(pool -> {}).hasOwnSender()).isFalse();
    assertThat(
            setup(pool -> pool.lambdaConfig(with -> with.customEmailSender(sender -> {})))
                .hasOwnSender())
        .isTrue();
  }

  private static Invitee person(String username) {
    var email = username.contains("@") ? username : username + "@example.com";
    return Invitee.of(username, email, Map.of(), Set.of());
  }

  private static List<String> problems(
      Consumer<UserPoolType.Builder> settings, Mode mode, Invitee... people) {
    return setup(settings).problems(Arrays.asList(people), mode);
  }

  private static PoolSetup setup(Consumer<UserPoolType.Builder> settings) {
    var pool =
        UserPoolType.builder()
            .schemaAttributes(
                SchemaAttributeType.builder().name("email").build(),
                SchemaAttributeType.builder().name("email_verified").build());
    settings.accept(pool);
    return PoolSetup.of(pool.build());
  }
}
