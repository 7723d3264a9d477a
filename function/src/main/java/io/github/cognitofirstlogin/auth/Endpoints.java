package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.contract.Route;
import io.github.cognitofirstlogin.auth.endpoint.AnswerChallenge;
import io.github.cognitofirstlogin.auth.endpoint.ChangePassword;
import io.github.cognitofirstlogin.auth.endpoint.ConfirmForgotPassword;
import io.github.cognitofirstlogin.auth.endpoint.Endpoint;
import io.github.cognitofirstlogin.auth.endpoint.ForgotPassword;
import io.github.cognitofirstlogin.auth.endpoint.Login;
import io.github.cognitofirstlogin.auth.endpoint.PasswordPolicy;
import io.github.cognitofirstlogin.auth.endpoint.ReadSession;
import io.github.cognitofirstlogin.auth.endpoint.RefreshSession;
import io.github.cognitofirstlogin.auth.endpoint.Replies;
import io.github.cognitofirstlogin.auth.endpoint.SessionStart;
import io.github.cognitofirstlogin.auth.endpoint.SignOut;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import io.github.cognitofirstlogin.auth.session.AccessTokens;

/** One endpoint for each route. A route without an endpoint does not compile. */
final class Endpoints {
  private final Endpoint login;
  private final Endpoint changePassword;
  private final Endpoint answerChallenge;
  private final Endpoint forgotPassword;
  private final Endpoint confirmForgotPassword;
  private final Endpoint refreshSession;
  private final Endpoint readSession;
  private final Endpoint signOut;
  private final Endpoint passwordPolicy;

  Endpoints(Settings settings, AccessTokens accessTokens) {
    SessionCookies cookies = settings.session().cookies();
    SessionStart sessionStart = new SessionStart(cookies, settings.refreshTokenValidity());
    Replies replies =
        new Replies(sessionStart, settings.authSessionValidity(), settings.totpIssuer());
    login = new Login(replies);
    changePassword = new ChangePassword(replies, settings.writableAttributes());
    answerChallenge = new AnswerChallenge(replies);
    forgotPassword = new ForgotPassword(replies);
    confirmForgotPassword = new ConfirmForgotPassword(replies);
    refreshSession = new RefreshSession(sessionStart, replies);
    readSession = new ReadSession(cookies, accessTokens);
    signOut = new SignOut(cookies);
    passwordPolicy = new PasswordPolicy(settings.passwordPolicy());
  }

  Endpoint of(Route route) {
    return switch (route) {
      case LOGIN -> login;
      case CHANGE_PASSWORD -> changePassword;
      case CHALLENGE -> answerChallenge;
      case FORGOT_PASSWORD -> forgotPassword;
      case CONFIRM_FORGOT_PASSWORD -> confirmForgotPassword;
      case REFRESH_SESSION -> refreshSession;
      case SESSION -> readSession;
      case SIGN_OUT -> signOut;
      case PASSWORD_POLICY -> passwordPolicy;
    };
  }
}
