package io.github.cognitofirstlogin.infra.config;

import io.github.cognitofirstlogin.auth.contract.CookieShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;

/**
 * The choices of a deployment, checked before anything is built: with {@link HostsInContext} and
 * {@link UsersInContext} the only reader of CDK context. What is refused is refused in one sentence
 * that names the key.
 */
public record AuthConfig(
    Optional<String> stage,
    Users users,
    Optional<SharedDomain> sharedDomain,
    Api api,
    Operations operations,
    SortedSet<String> unknownKeys) {

  /**
   * How people sign in, and for how long; of what exists already this says what is, and changes
   * nothing.
   */
  public record Users(
      Optional<ExistingPool> existingPool,
      Mfa mfa,
      List<String> requiredAttributes,
      FeaturePlan featurePlan,
      Optional<StandardThreatProtectionMode> threatProtection,
      int authSessionMinutes,
      int accessTokenMinutes,
      int refreshTokenDays,
      boolean confidentialClient,
      Optional<SignInUrl> signInUrl,
      Optional<MailSender> mailSender) {
    /** The app client that exists already, if that is wanted too. */
    public Optional<String> existingClientId() {
      return existingPool.flatMap(ExistingPool::clientId);
    }
  }

  /** A user pool that somebody else manages, and perhaps one of its app clients. */
  public record ExistingPool(String id, Optional<String> clientId) {}

  /** Page and API are on hosts of one domain, and the session cookies are that domain's. */
  public record SharedDomain(HostName name, String sameSite) {
    /** The value of the cookies' {@code Domain} attribute. */
    public String attribute() {
      return "." + name;
    }
  }

  /**
   * Who may call the API, and by which name; behind a front door the name is the door's, for page
   * and API.
   */
  public record Api(
      List<Origin> allowedOrigins, Optional<CustomDomain> customDomain, Optional<Door> frontDoor) {}

  /** Page and API behind one host, and the firewall in front of both. */
  public record Door(Optional<String> webAclArn) {}

  /** The API's own name; its DNS records are made where the zone is known. */
  public record CustomDomain(HostName name, String certificateArn, Optional<Zone> zone) {}

  /** The hosted zone that holds the API's name. */
  public record Zone(String id, HostName name) {}

  /** Who is told when something is wrong, and what the API may take of the account. */
  public record Operations(Optional<String> alarmTopicArn, Optional<Integer> reservedConcurrency) {}

  public static AuthConfig from(Map<String, ?> values) {
    var unknown = KnownKeys.unknown(values.keySet());
    var context = new Context(values);
    var api = HostsInContext.api(context);
    var config =
        new AuthConfig(
            stage(context),
            UsersInContext.users(context, HostsInContext.pages(api)),
            HostsInContext.sharedDomain(context, api),
            api,
            new Operations(
                context.text(ContextKey.ALARM_TOPIC_ARN).map(AwsId::topic),
                context.whole(ContextKey.RESERVED_CONCURRENCY, 1, 10_000)),
            unknown);
    Placed.check(config);
    return config;
  }

  /** The same without a word on these unknown keys. */
  public AuthConfig ignoring(Set<String> keys) {
    var left = new TreeSet<>(unknownKeys);
    left.removeAll(keys);
    return new AuthConfig(stage, users, sharedDomain, api, operations, left);
  }

  /** Where pages can be follows from the API's name and from who else may call. */
  public CookieShape cookieShape() {
    if (sharedDomain.isPresent()) {
      return CookieShape.SHARED_DOMAIN;
    }
    return api.frontDoor().isPresent()
            || (api.customDomain().isPresent() && api.allowedOrigins().isEmpty())
        ? CookieShape.SAME_ORIGIN
        : CookieShape.CROSS_SITE;
  }

  /** Whose account an authenticator app shows: the API's name where it has one of its own. */
  public String totpIssuer() {
    return api.customDomain().map(domain -> domain.name().toString()).orElse("Cognito First Login");
  }

  private static Optional<String> stage(Context context) {
    var stage = context.text(ContextKey.STAGE);
    stage.ifPresent(
        name -> {
          if (name.length() > 32 || !name.matches("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")) {
            throw ContextKey.STAGE.must(
                "be up to 32 letters, digits and single hyphens between them", name);
          }
        });
    return stage;
  }
}
