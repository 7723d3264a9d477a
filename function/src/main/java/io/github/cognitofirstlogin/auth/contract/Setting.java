package io.github.cognitofirstlogin.auth.contract;

/**
 * Every environment variable of the function. The stack sets the deployed ones, {@code Settings}
 * reads them all; no other place names one.
 */
public enum Setting {
  /** The pool whose tokens are accepted. */
  USER_POOL_ID(Source.STACK),
  /** The app client that sign-ins and challenge answers are sent for. */
  USER_POOL_CLIENT_ID(Source.STACK),
  /** A {@link UserPoolClientType} by its constant's name. */
  USER_POOL_CLIENT_TYPE(Source.STACK),
  /** How many minutes a session of an unfinished sign-in lasts; Cognito does not tell. */
  AUTH_SESSION_VALIDITY(Source.STACK),
  /** How many days a refresh token lasts; Cognito does not tell. */
  REFRESH_TOKEN_VALIDITY(Source.STACK),
  /** The origins of pages on other hosts that may call, comma-separated; not set without any. */
  ALLOWED_ORIGINS(Source.STACK),
  /** Names of the attributes that a user may set at the first login, comma-separated. */
  WRITABLE_ATTRIBUTES(Source.STACK),
  /** The user pool's password policy as a JSON object, in the words of the API's reply. */
  PASSWORD_POLICY(Source.STACK),
  /** Whose account an authenticator app shows. */
  TOTP_ISSUER(Source.STACK),
  /** A {@link CookieShape} by its constant's name. */
  COOKIE_SHAPE(Source.STACK),
  /** The session cookies' {@code Domain}; set with {@link CookieShape#SHARED_DOMAIN} only. */
  COOKIE_DOMAIN(Source.STACK),
  /**
   * {@code None}, {@code Lax} or {@code Strict}; set with {@link CookieShape#SHARED_DOMAIN} only.
   */
  COOKIE_SAME_SITE(Source.STACK),
  /**
   * The path below which browsers see the routes; set behind a front door only, for the refresh
   * token's cookie must name it.
   */
  API_PATH(Source.STACK),
  /** What the front door adds to each request, so that none gets past it; set with one only. */
  FRONT_DOOR_KEY(Source.STACK),
  /** The region of the user pool; Lambda sets it and refuses a function that brings its own. */
  AWS_REGION(Source.LAMBDA),
  /**
   * The credentials of the function's role, for reading a confidential client's secret; not set
   * where a function starts from a snapshot.
   */
  AWS_ACCESS_KEY_ID(Source.LAMBDA),
  AWS_SECRET_ACCESS_KEY(Source.LAMBDA),
  AWS_SESSION_TOKEN(Source.LAMBDA),
  /** Where such a function gets them instead; the SDK reads the address and its token itself. */
  AWS_CONTAINER_CREDENTIALS_FULL_URI(Source.LAMBDA),
  /** How a function starts: {@code snap-start} where a snapshot will be taken. */
  AWS_LAMBDA_INITIALIZATION_TYPE(Source.LAMBDA),
  /**
   * The AWS SDKs' standard variable; set only where another Cognito is to be called. It is an https
   * address, or an http address of a loopback host.
   */
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER(Source.OPERATOR),
  /**
   * The AWS SDKs' standard variables for other endpoints; refused unless {@code false}, for the
   * function would not follow them.
   */
  AWS_USE_FIPS_ENDPOINT(Source.OPERATOR),
  AWS_USE_DUALSTACK_ENDPOINT(Source.OPERATOR);

  /** Who sets a variable. */
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
