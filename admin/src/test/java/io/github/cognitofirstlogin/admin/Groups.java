package io.github.cognitofirstlogin.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminAddUserToGroupRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminAddUserToGroupResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminListGroupsForUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminListGroupsForUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetGroupRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetGroupResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;

/**
 * Adds groups to the local user pool, which has none. The class keeps groups in memory and passes
 * every other request on.
 */
final class Groups implements CognitoIdentityProviderClient {
  private final CognitoIdentityProviderClient pool;
  private final Map<String, Set<String>> members = new LinkedHashMap<>();
  private final List<String> additions = new ArrayList<>();
  private boolean isForbidden;

  Groups(CognitoIdentityProviderClient pool) {
    this.pool = pool;
  }

  /** The members of each group. The groups themselves are fixed. */
  void forget() {
    additions.clear();
    for (var group : List.of("all", "dev", "ops")) {
      members.put(group, new TreeSet<>());
    }
  }

  void forbidAdditions(boolean forbidden) {
    isForbidden = forbidden;
  }

  /** Every request to add a member, in order. */
  List<String> additions() {
    return additions;
  }

  @Override
  public GetGroupResponse getGroup(GetGroupRequest request) {
    if (!members.containsKey(request.groupName())) {
      throw ResourceNotFoundException.builder().message("Group not found.").build();
    }
    return GetGroupResponse.builder().build();
  }

  /** One group a page, so that reading several pages is tested. */
  @Override
  public AdminListGroupsForUserResponse adminListGroupsForUser(
      AdminListGroupsForUserRequest request) {
    var groups =
        members.entrySet().stream()
            .filter(each -> each.getValue().contains(request.username()))
            .map(Map.Entry::getKey)
            .toList();
    var index = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
    var page = groups.stream().skip(index).limit(1);
    return AdminListGroupsForUserResponse.builder()
        .groups(page.map(name -> GroupType.builder().groupName(name).build()).toList())
        .nextToken(index + 1 < groups.size() ? String.valueOf(index + 1) : null)
        .build();
  }

  @Override
  public AdminAddUserToGroupResponse adminAddUserToGroup(AdminAddUserToGroupRequest request) {
    if (isForbidden) {
      throw CognitoIdentityProviderException.builder()
          .statusCode(400)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("AccessDeniedException")
                  .errorMessage("not authorized to perform: cognito-idp:AdminAddUserToGroup")
                  .build())
          .build();
    }
    additions.add(request.username() + " to " + request.groupName());
    members.get(request.groupName()).add(request.username());
    return AdminAddUserToGroupResponse.builder().build();
  }

  @Override
  public AdminGetUserResponse adminGetUser(AdminGetUserRequest request) {
    return pool.adminGetUser(request);
  }

  @Override
  public AdminCreateUserResponse adminCreateUser(AdminCreateUserRequest request) {
    return pool.adminCreateUser(request);
  }

  @Override
  public DescribeUserPoolResponse describeUserPool(DescribeUserPoolRequest request) {
    return pool.describeUserPool(request);
  }

  @Override
  public String serviceName() {
    return pool.serviceName();
  }

  /** The pool's client outlives a run of the command. */
  @Override
  public void close() {}
}
