package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Operation;
import io.github.cognitofirstlogin.userpool.signin.Challenges;
import io.github.cognitofirstlogin.userpool.signin.NewPasswordAnswer;
import io.github.cognitofirstlogin.userpool.signin.NextStep;
import io.github.cognitofirstlogin.userpool.signin.PasswordSignIn;
import io.github.cognitofirstlogin.userpool.signin.RefreshTokens;
import io.github.cognitofirstlogin.userpool.signin.SecondFactorAnswer;
import io.github.cognitofirstlogin.userpool.signin.Sessions;
import io.github.cognitofirstlogin.userpool.signin.SignIn;
import io.github.cognitofirstlogin.userpool.signin.SignedInUsers;
import io.github.cognitofirstlogin.userpool.signin.SoftwareTokens;
import io.github.cognitofirstlogin.userpool.signin.SrpSignIn;
import io.github.cognitofirstlogin.userpool.signin.TokenFamilies;
import io.github.cognitofirstlogin.userpool.signin.Tokens;
import io.github.cognitofirstlogin.userpool.users.AdminUsers;
import io.github.cognitofirstlogin.userpool.users.Descriptions;
import io.github.cognitofirstlogin.userpool.users.ForgottenPasswords;
import io.github.cognitofirstlogin.userpool.users.Invitations;
import io.github.cognitofirstlogin.userpool.users.NewPasswords;
import io.github.cognitofirstlogin.userpool.users.Outbox;
import io.github.cognitofirstlogin.userpool.users.UserList;
import io.github.cognitofirstlogin.userpool.users.UserPoolClient;
import io.github.cognitofirstlogin.userpool.users.UserPools;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Every operation of these pools, by name. Only this class connects them. */
public final class Operations {

  /** The operations that AWS answers without credentials: those of a browser's client. */
  public static final Set<String> WITHOUT_CREDENTIALS =
      Set.of(
          "AssociateSoftwareToken",
          "ConfirmForgotPassword",
          "ForgotPassword",
          "GetTokensFromRefreshToken",
          "GetUser",
          "GlobalSignOut",
          "InitiateAuth",
          "RespondToAuthChallenge",
          "RevokeToken",
          "SignUp",
          "VerifySoftwareToken");

  private Operations() {}

  public static Map<String, Operation> of(UserPools pools, Outbox outbox, Clock clock) {
    var sessions = new Sessions(clock);
    var families = new TokenFamilies(clock);
    var tokens = new Tokens(families, clock);
    var passwords = new NewPasswords(clock);
    var next = new NextStep(sessions, tokens, outbox);
    var operations = new HashMap<String, Operation>();
    administration(operations, pools, passwords, clock);
    recovery(operations, new ForgottenPasswords(pools, passwords, outbox, clock));
    operations.put("AdminCreateUser", new Invitations(pools, passwords, outbox, clock)::create);
    operations.put("SignUp", input -> signUp(pools.client(input.required("ClientId"))));

    var withPassword = new PasswordSignIn(next, clock);
    var withSrp = new SrpSignIn(sessions, withPassword);
    var refresh = new RefreshTokens(pools, families, tokens);
    operations.put("InitiateAuth", new SignIn(pools, withPassword, withSrp, refresh)::initiate);
    operations.put("GetTokensFromRefreshToken", refresh::tokensFromRefreshToken);
    operations.put("RevokeToken", refresh::revoke);
    var newPassword = new NewPasswordAnswer(passwords, next, clock);
    var secondFactor = new SecondFactorAnswer(next, clock);
    operations.put(
        "RespondToAuthChallenge",
        new Challenges(pools, sessions, withSrp, newPassword, secondFactor)::respond);

    var signedIn = new SignedInUsers(pools, families, clock);
    operations.put("GetUser", signedIn::get);
    operations.put("GlobalSignOut", signedIn::globalSignOut);
    var softwareTokens = new SoftwareTokens(sessions, signedIn, clock);
    operations.put("AssociateSoftwareToken", softwareTokens::associate);
    operations.put("VerifySoftwareToken", softwareTokens::verify);
    return Map.copyOf(operations);
  }

  private static void administration(
      Map<String, Operation> operations, UserPools pools, NewPasswords passwords, Clock clock) {
    var admin = new AdminUsers(pools, passwords, clock);
    operations.put("AdminGetUser", admin::get);
    operations.put("AdminSetUserPassword", admin::setPassword);
    operations.put("AdminDisableUser", admin::disable);
    operations.put("AdminEnableUser", admin::enable);
    operations.put("AdminDeleteUser", admin::delete);
    operations.put("AdminUserGlobalSignOut", admin::globalSignOut);
    operations.put("AdminSetUserMFAPreference", admin::setMfaPreference);
    operations.put("ListUsers", new UserList(pools)::list);
    var descriptions = new Descriptions(pools);
    operations.put("DescribeUserPool", descriptions::pool);
    operations.put("DescribeUserPoolClient", descriptions::client);
  }

  private static void recovery(
      Map<String, Operation> operations, ForgottenPasswords forgottenPasswords) {
    operations.put("ForgotPassword", forgottenPasswords::forgot);
    operations.put("ConfirmForgotPassword", forgottenPasswords::confirm);
    operations.put("AdminResetUserPassword", forgottenPasswords::adminReset);
  }

  private static ObjectNode signUp(UserPoolClient client) {
    if (client.pool().settings().invitation().adminsOnly()) {
      throw CognitoException.notAuthorized("SignUp is not permitted for this user pool");
    }
    throw new CognitoException("UnknownOperationException", "SignUp is not emulated");
  }
}
