package io.github.cognitofirstlogin.auth.contract;

/**
 * Every environment variable of the function. The stack sets the deployed variables, and {@code
 * Settings} reads all of them. No other class names an environment variable.
 */
public enum Setting {
  /** The pool whose tokens are accepted. */
  USER_POOL_ID(Source.STACK),
  /** The app client of the sign-ins and challenge answers. */
  USER_POOL_CLIENT_ID(Source.STACK),
  /** The name of a constant of {@link UserPoolClientType}. */
  USER_POOL_CLIENT_TYPE(Source.STACK),
  /**
   * The minutes for which the session of an unfinished sign-in is valid; Cognito's answers do not
   * contain them.
   */
  AUTH_SESSION_VALIDITY(Source.STACK),
  /** The days for which a refresh token is valid; Cognito's answers do not contain them. */
  REFRESH_TOKEN_VALIDITY(Source.STACK),
  /** The allowed origins of pages on other hosts, comma-separated; not set if there are none. */
  ALLOWED_ORIGINS(Source.STACK),
  /** The names of the attributes that a user may set at the first login, comma-separated. */
  WRITABLE_ATTRIBUTES(Source.STACK),
  /** The user pool's password policy as the JSON object of the API's reply. */
  PASSWORD_POLICY(Source.STACK),
  /** The name under which an authenticator app shows the account. */
  TOTP_ISSUER(Source.STACK),
  /** The name of a constant of {@link CookieShape}. */
  COOKIE_SHAPE(Source.STACK),
  /** The {@code Domain} of the session cookies; set only with {@link CookieShape#SHARED_DOMAIN}. */
  COOKIE_DOMAIN(Source.STACK),
  /**
   * {@code None}, {@code Lax} or {@code Strict}; set only with {@link CookieShape#SHARED_DOMAIN}.
   */
  COOKIE_SAME_SITE(Source.STACK),
  /**
   * The path before the routes in a browser's URL. The path is set only behind a front door,
   * because the path of the refresh token's cookie must contain it.
   */
  API_PATH(Source.STACK),
  /**
   * The key that the front door adds to each request, so that direct requests are refused; set only
   * with a front door.
   */
  FRONT_DOOR_KEY(Source.STACK),
  /** The region of the user pool. Lambda sets it, and refuses a function with its own value. */
  AWS_REGION(Source.LAMBDA),
  /**
   * The credentials of the function's role, which read a confidential client's secret; not set in a
   * function that starts from a snapshot.
   */
  AWS_ACCESS_KEY_ID(Source.LAMBDA),
  AWS_SECRET_ACCESS_KEY(Source.LAMBDA),
  AWS_SESSION_TOKEN(Source.LAMBDA),
  /**
   * The address of the role's credentials in a function that starts from a snapshot; the SDK reads
   * the address and its token.
   */
  AWS_CONTAINER_CREDENTIALS_FULL_URI(Source.LAMBDA),
  /** The kind of start: {@code snap-start} if Lambda will take a snapshot. */
  AWS_LAMBDA_INITIALIZATION_TYPE(Source.LAMBDA),
  /**
   * The AWS SDKs' standard variable for another Cognito; otherwise not set. The value is an https
   * address, or an http address of a loopback host.
   */
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER(Source.OPERATOR),
  /**
   * The AWS SDKs' standard variables for other endpoints. A value other than {@code false} is
   * refused, because the function ignores them.
   */
  AWS_USE_FIPS_ENDPOINT(Source.OPERATOR),
  AWS_USE_DUALSTACK_ENDPOINT(Source.OPERATOR);

  /** The source of a variable. */
  public enum Source {
    STACK,
    LAMBDA,
    OPERATOR
  }

  private final Source source;

  Setting(Source source) {
    this.source = source;
  }

  public Source source() {
    return source;
  }
}
