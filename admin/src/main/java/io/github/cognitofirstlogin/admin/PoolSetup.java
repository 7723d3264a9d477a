package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * The pool's settings that matter for an invitation.
 *
 * @param usernameAttributes the attributes that the pool uses in place of a user name
 * @param passwordless the first factors of the pool other than a password
 */
record PoolSetup(
    Set<String> attributeNames,
    List<String> usernameAttributes,
    List<String> passwordless,
    boolean caseSensitive,
    boolean hasOwnSender) {

  static PoolSetup of(UserPoolType pool) {
    return new PoolSetup(
        pool.schemaAttributes().stream()
            .map(SchemaAttributeType::name)
            .collect(Collectors.toUnmodifiableSet()),
        pool.usernameAttributesAsStrings(),
        Optional.ofNullable(pool.policies())
            .map(policies -> policies.signInPolicy())
            .map(signIn -> SignIn.passwordless(signIn.allowedFirstAuthFactorsAsStrings()))
            .orElse(List.of()),
        pool.usernameConfiguration() == null
            || !Boolean.FALSE.equals(pool.usernameConfiguration().caseSensitive()),
        hasOwnSender(pool));
  }

  private static boolean hasOwnSender(UserPoolType pool) {
    var sendsBySes =
        pool.emailConfiguration() != null
            && pool.emailConfiguration().emailSendingAccount() == EmailSendingAccountType.DEVELOPER;
    return sendsBySes
        || (pool.lambdaConfig() != null && pool.lambdaConfig().customEmailSender() != null);
  }

  /**
   * The reasons why the pool would refuse or misunderstand these users, apart from the state of
   * each user.
   */
  List<String> problems(List<Invitee> people, Mode mode) {
    var problems = new ArrayList<String>();
    if (!mode.isResend()) {
      refusePasswordless(problems);
      refuseOtherUsernames(people, problems);
    }
    refuseSameUsers(people, problems);
    var attributes = new TreeSet<String>();
    people.forEach(invitee -> attributes.addAll(invitee.attributes().keySet()));
    attributes.removeAll(attributeNames);
    attributes.forEach(name -> problems.add("The user pool has no attribute '" + name + "'"));
    return problems;
  }

  /** If a user may have no password, Cognito generates no temporary password. */
  private void refusePasswordless(List<String> problems) {
    if (!passwordless.isEmpty()) {
      problems.add(
          "The user pool lets people sign in without a password (%s), so that Cognito would create"
                  .formatted(String.join(", ", passwordless))
              + " users without a temporary password; create them with aws cognito-idp"
              + " admin-create-user --temporary-password");
    }
  }

  /** One sentence for all users, because all of them have the same mistake. */
  private void refuseOtherUsernames(List<Invitee> people, List<String> problems) {
    if (usernameAttributes.isEmpty()) {
      return;
    }
    var others = people.stream().filter(invitee -> kind(invitee.username()).isEmpty()).toList();
    if (!others.isEmpty()) {
      problems.add(
          "The user pool takes %s as user name (UsernameAttributes); %d of %d users have another"
                  .formatted(String.join(" or ", usernameAttributes), others.size(), people.size())
              + " one, such as '%s'".formatted(OneLine.of(others.get(0).username())));
    }
    for (var invitee : people) {
      kind(invitee.username())
          .filter(attribute -> !isSame(invitee, attribute))
          .ifPresent(
              attribute ->
                  problems.add(
                      "The user name '%s' must be the user's %s, which is '%s'"
                          .formatted(
                              OneLine.of(invitee.username()),
                              attribute,
                              OneLine.of(invitee.attributes().getOrDefault(attribute, "")))));
    }
  }

  /** The attributes of the pool that a user name can be. */
  private Optional<String> kind(String username) {
    return usernameAttributes.stream()
        .filter(attribute -> Rules.attribute(attribute, username).isEmpty())
        .findFirst();
  }

  private static boolean isSame(Invitee invitee, String attribute) {
    return invitee
        .attributes()
        .getOrDefault(attribute, invitee.username())
        .equalsIgnoreCase(invitee.username());
  }

  private void refuseSameUsers(List<Invitee> people, List<String> problems) {
    if (caseSensitive) {
      return;
    }
    var first = new HashMap<String, String>();
    for (var invitee : people) {
      var other =
          first.putIfAbsent(invitee.username().toLowerCase(Locale.ROOT), invitee.username());
      if (other != null) {
        problems.add(
            "'%s' and '%s' are the same user: this user pool does not distinguish capital letters"
                .formatted(OneLine.of(other), OneLine.of(invitee.username())));
      }
    }
  }
}
