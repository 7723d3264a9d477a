package io.github.cognitofirstlogin.admin;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminListGroupsForUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** The user pool for administrators. Only this class calls Cognito. */
final class UserPool {
  private final CognitoIdentityProviderClient cognito;
  private final PoolId id;
  private final Pace pace;

  UserPool(CognitoIdentityProviderClient cognito, PoolId id, Pace pace) {
    this.cognito = cognito;
    this.id = id;
    this.pace = pace;
  }

  PoolSetup setup() {
    pace.next();
    return PoolSetup.of(
        cognito.describeUserPool(request -> request.userPoolId(id.value())).userPool());
  }

  boolean hasGroup(String group) {
    pace.next();
    try {
      cognito.getGroup(request -> request.userPoolId(id.value()).groupName(group));
      return true;
    } catch (ResourceNotFoundException none) {
      return false;
    }
  }

  /** The user with this name; with their groups only if groups are wanted. */
  Optional<PoolUser> find(Invitee wanted) {
    pace.next();
    try {
      var user =
          cognito.adminGetUser(
              request -> request.userPoolId(id.value()).username(wanted.username()));
      return Optional.of(
          new PoolUser(
              user.username(),
              user.userStatusAsString(),
              !Boolean.FALSE.equals(user.enabled()),
              wanted.groups().isEmpty() ? Set.of() : groups(user.username())));
    } catch (UserNotFoundException none) {
      return Optional.empty();
    }
  }

  /** Cognito generates the temporary password and mails it; no answer contains it. */
  void create(Invitee invitee) {
    pace.next();
    var attributes =
        invitee.attributes().entrySet().stream()
            .map(each -> AttributeType.builder().name(each.getKey()).value(each.getValue()).build())
            .toList();
    cognito.adminCreateUser(
        request ->
            request
                .userPoolId(id.value())
                .username(invitee.username())
                .userAttributes(attributes)
                // Without this value Cognito would send a text message, and nothing to a user
                // without a number.
                .desiredDeliveryMediums(DeliveryMediumType.EMAIL));
  }

  void resend(String username) {
    pace.next();
    cognito.adminCreateUser(
        request ->
            request
                .userPoolId(id.value())
                .username(username)
                .messageAction(MessageActionType.RESEND)
                .desiredDeliveryMediums(DeliveryMediumType.EMAIL));
  }

  void addToGroup(String username, String group) {
    pace.next();
    cognito.adminAddUserToGroup(
        request -> request.userPoolId(id.value()).username(username).groupName(group));
  }

  private Set<String> groups(String username) {
    var groups = new LinkedHashSet<String>();
    var request = AdminListGroupsForUserRequest.builder().userPoolId(id.value()).username(username);
    do {
      pace.next();
      var page = cognito.adminListGroupsForUser(request.build());
      page.groups().stream().map(GroupType::groupName).forEach(groups::add);
      request.nextToken(page.nextToken());
    } while (request.build().nextToken() != null);
    return groups;
  }
}
