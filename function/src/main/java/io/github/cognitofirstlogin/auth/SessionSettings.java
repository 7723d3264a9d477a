package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.auth.http.FrontDoor;
import io.github.cognitofirstlogin.auth.http.SessionCookies;
import io.github.cognitofirstlogin.auth.session.AccessTokens;
import io.github.cognitofirstlogin.auth.session.JwksUrl;
import io.github.cognitofirstlogin.auth.session.SigningKeys;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings that both functions need to read a session. */
record SessionSettings(
    String region,
    String poolId,
    String clientId,
    URI endpoint,
    SessionCookies cookies,
    FrontDoor frontDoor) {
  /** The pattern of Cognito's ClientIdType. */
  private static final Pattern CLIENT_ID = Pattern.compile("[\\w+]{1,128}");

  /** The pattern of Cognito's UserPoolIdType. */
  private static final Pattern POOL_ID = Pattern.compile("[\\w-]{1,40}_[0-9a-zA-Z]{1,40}");

  /** A region of the partition {@code aws}: Cognito has other host names in China and elsewhere. */
  private static final Pattern REGION = Pattern.compile("(?!cn-)[a-z]{2}-[a-z]+-\\d+");

  /** The function uses Cognito's standard endpoint only, so these settings have no effect. */
  private static final Pattern PLAIN_ENDPOINT = Pattern.compile("(?i)false");

  /** A dot and a host name: no character in it can end a cookie attribute or a header. */
  private static final Pattern COOKIE_DOMAIN =
      Pattern.compile("\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  private static final Pattern API_PATH = Pattern.compile("/[a-z0-9-]+");

  /** The characters of a header's value; the key is too long to guess. */
  private static final Pattern FRONT_DOOR_KEY = Pattern.compile("[\\x21-\\x7e]{32,}");

  private static final Pattern SAME_SITE = Pattern.compile("None|Lax|Strict");

  static SessionSettings from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    String region = environment.required(Setting.AWS_REGION, REGION);
    environment.optional(Setting.AWS_USE_FIPS_ENDPOINT, PLAIN_ENDPOINT);
    environment.optional(Setting.AWS_USE_DUALSTACK_ENDPOINT, PLAIN_ENDPOINT);
    return new SessionSettings(
        region,
        environment.required(Setting.USER_POOL_ID, POOL_ID),
        environment.required(Setting.USER_POOL_CLIENT_ID, CLIENT_ID),
        endpoint(environment, region),
        cookies(environment),
        environment
            .optional(Setting.FRONT_DOOR_KEY, FRONT_DOOR_KEY)
            .map(FrontDoor::of)
            .orElseGet(FrontDoor::none));
  }

  AccessTokens accessTokens() {
    return new AccessTokens(
        issuers(),
        clientId,
        new SigningKeys(keys(), InstantSource.system()),
        InstantSource.system());
  }

  /** The user pool, as the {@code iss} claim of its tokens names it. */
  String issuer() {
    return cognito(region) + "/" + poolId;
  }

  /**
   * The user pool's two issuer names: the second is that of a pool whose {@code
   * IssuerConfiguration} is {@code UPDATED}.
   */
  Set<String> issuers() {
    return Set.of(issuer(), "https://issuer-cognito-idp." + region + ".amazonaws.com/" + poolId);
  }

  JwksUrl keys() {
    String base = endpoint.toString().replaceFirst("/+$", "");
    return new JwksUrl(URI.create(base + "/" + poolId + "/.well-known/jwks.json"));
  }

  /**
   * The endpoint is set here, because the SDK would load its lists of all services and regions to
   * find it.
   */
  private static String cognito(String region) {
    return "https://cognito-idp." + region + ".amazonaws.com";
  }

  private static SessionCookies cookies(Environment environment) {
    return switch (environment.required(Setting.COOKIE_SHAPE, CookieShape.values())) {
      case SHARED_DOMAIN ->
          SessionCookies.sharedDomain(
              environment.required(Setting.COOKIE_DOMAIN, COOKIE_DOMAIN),
              environment.required(Setting.COOKIE_SAME_SITE, SAME_SITE));
      case SAME_ORIGIN ->
          SessionCookies.sameOrigin(environment.optional(Setting.API_PATH, API_PATH).orElse(""));
      case CROSS_SITE -> SessionCookies.crossSite();
    };
  }

  private static URI endpoint(Environment environment, String region) {
    Setting setting = Setting.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER;
    return environment
        .optional(setting)
        .map(url -> CognitoUrl.parse(url).orElseThrow(() -> Environment.illegal(setting)))
        .orElseGet(() -> URI.create(cognito(region)));
  }
}
