package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.CookieShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;

/**
 * The choices of a deployment, checked before anything is built: the only reader of CDK context.
 * What is refused is refused in one sentence that names the key.
 */
record AuthConfig(
    Optional<String> stage,
    Users users,
    Optional<SharedDomain> sharedDomain,
    Api api,
    Operations operations) {

  /**
   * How people sign in, and for how long; of what exists already this says what is, and changes
   * nothing.
   */
  record Users(
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
    Optional<String> existingClientId() {
      return existingPool.flatMap(ExistingPool::clientId);
    }
  }

  /** A user pool that somebody else manages, and perhaps one of its app clients. */
  record ExistingPool(String id, Optional<String> clientId) {}

  /** Page and API are on hosts of one domain, and the session cookies are that domain's. */
  record SharedDomain(HostName name, String sameSite) {
    /** The value of the cookies' {@code Domain} attribute. */
    String attribute() {
      return "." + name;
    }
  }

  /**
   * Who may call the API, and by which name; behind a front door the name is the door's, for page
   * and API.
   */
  record Api(
      List<Origin> allowedOrigins, Optional<CustomDomain> customDomain, Optional<Door> frontDoor) {}

  /** Page and API behind one host, and the firewall in front of both. */
  record Door(Optional<String> webAclArn) {}

  /** The API's own name; its DNS records are made where the zone is known. */
  record CustomDomain(HostName name, String certificateArn, Optional<Zone> zone) {}

  /** The hosted zone that holds the API's name. */
  record Zone(String id, HostName name) {}

  /** Who is told when something is wrong, and what the API may take of the account. */
  record Operations(Optional<String> alarmTopicArn, Optional<Integer> reservedConcurrency) {}

  /** What an app client has that nobody gave another value. */
  private static final int COGNITOS_SESSION_MINUTES = 3;

  /** Cognito's standard attributes that a person can be asked for. */
  private static final List<String> STANDARD_ATTRIBUTES =
      List.of(
          "address",
          "birthdate",
          "email",
          "family_name",
          "gender",
          "given_name",
          "locale",
          "middle_name",
          "name",
          "nickname",
          "phone_number",
          "picture",
          "preferred_username",
          "profile",
          "website",
          "zoneinfo");

  static AuthConfig from(Map<String, ?> values) {
    KnownKeys.check(values.keySet());
    var context = new Context(values);
    var frontDoor = frontDoor(context);
    var customDomain = customDomain(context, frontDoor);
    var origins = allowedOrigins(context, customDomain);
    return new AuthConfig(
        stage(context),
        users(context, pages(origins, customDomain, frontDoor)),
        sharedDomain(context, customDomain),
        new Api(origins, customDomain, frontDoor),
        new Operations(
            context.text(ContextKey.ALARM_TOPIC_ARN).map(AuthConfig::topic),
            context.whole(ContextKey.RESERVED_CONCURRENCY, 1, 10_000)));
  }

  /** Where pages can be follows from the API's name and from who else may call. */
  CookieShape cookieShape() {
    if (sharedDomain.isPresent()) {
      return CookieShape.SHARED_DOMAIN;
    }
    return api.frontDoor().isPresent()
            || (api.customDomain().isPresent() && api.allowedOrigins().isEmpty())
        ? CookieShape.SAME_ORIGIN
        : CookieShape.CROSS_SITE;
  }

  /** Whose account an authenticator app shows: the API's name where it has one of its own. */
  String totpIssuer() {
    return api.customDomain().map(domain -> domain.name().toString()).orElse("Cognito First Login");
  }

  /**
   * Other names below {@code localhost} than itself let a local run have several hosts. Not every
   * browser keeps them to its own machine, so no API that can be deployed trusts them.
   */
  private static List<Origin> allowedOrigins(Context context, Optional<CustomDomain> customDomain) {
    var origins = context.list(ContextKey.ALLOWED_ORIGINS).stream().map(Origin::parse).toList();
    if (customDomain.filter(domain -> domain.name().isLocal()).isEmpty()) {
      origins.stream()
          .filter(Origin::isLocalName)
          .findFirst()
          .ifPresent(
              origin -> {
                throw ContextKey.ALLOWED_ORIGINS.must(
                    "hold http:// origins below localhost only beside an apiDomainName below"
                        + " localhost, for a local run",
                    origin);
              });
    }
    return origins;
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

  /** Refuses beside a front door what would put pages on other hosts than the API. */
  private static Optional<Door> frontDoor(Context context) {
    var webAclArn = context.text(ContextKey.WEB_ACL_ARN).map(AuthConfig::webAcl);
    if (!context.flag(ContextKey.FRONT_DOOR, false)) {
      webAclArn.ifPresent(
          arn -> {
            throw ContextKey.WEB_ACL_ARN.needs(ContextKey.FRONT_DOOR, arn);
          });
      return Optional.empty();
    }
    context.refuseBeside(ContextKey.ALLOWED_ORIGINS, ContextKey.FRONT_DOOR);
    context.refuseBeside(ContextKey.COOKIE_DOMAIN, ContextKey.FRONT_DOOR);
    return Optional.of(new Door(webAclArn));
  }

  private static String webAcl(String arn) {
    if (!arn.matches(
        "arn:aws(-[a-z]+)*:wafv2:us-east-1:[0-9]{12}:global/webacl/[A-Za-z0-9_-]{1,128}/[0-9a-f-]{36}")) {
      throw ContextKey.WEB_ACL_ARN.must(
          "be the ARN of a WAF web ACL of the scope CLOUDFRONT, which is global and in us-east-1",
          arn);
    }
    return arn;
  }

  /** Where people can sign in, as far as it is known at synthesis. */
  private static List<Origin> pages(
      List<Origin> origins, Optional<CustomDomain> customDomain, Optional<Door> frontDoor) {
    return customDomain
        .filter(domain -> frontDoor.isPresent())
        .map(domain -> List.of(new Origin("https://" + domain.name())))
        .orElse(origins);
  }

  private static Users users(Context context, List<Origin> origins) {
    var existing = existingPool(context);
    var featurePlan =
        context.choice(
            ContextKey.FEATURE_PLAN,
            List.of(FeaturePlan.LITE, FeaturePlan.ESSENTIALS, FeaturePlan.PLUS),
            FeaturePlan::name,
            FeaturePlan.ESSENTIALS);
    return new Users(
        existing,
        context.choice(
            ContextKey.MFA,
            List.of(Mfa.OFF, Mfa.OPTIONAL, Mfa.REQUIRED),
            mfa -> mfa.name().toLowerCase(Locale.ROOT),
            Mfa.OFF),
        requiredAttributes(context),
        featurePlan,
        threatProtection(context, featurePlan),
        context.whole(
            ContextKey.AUTH_SESSION_MINUTES,
            3,
            15,
            existing.flatMap(ExistingPool::clientId).isPresent() ? COGNITOS_SESSION_MINUTES : 15),
        context.whole(ContextKey.ACCESS_TOKEN_MINUTES, 15, 60, 60),
        context.whole(ContextKey.REFRESH_TOKEN_DAYS, 1, 3650, 30),
        context.flag(ContextKey.CONFIDENTIAL_CLIENT, false),
        signInUrl(context, origins),
        context.text(ContextKey.INVITATION_FROM).map(MailSender::parse));
  }

  /** The plan alone switches nothing on; where it can be had, Cognito at least looks on. */
  private static Optional<StandardThreatProtectionMode> threatProtection(
      Context context, FeaturePlan plan) {
    var mode =
        context.choice(
            ContextKey.THREAT_PROTECTION,
            List.of(
                StandardThreatProtectionMode.AUDIT_ONLY,
                StandardThreatProtectionMode.FULL_FUNCTION),
            AuthConfig::spelling,
            StandardThreatProtectionMode.AUDIT_ONLY);
    if (plan == FeaturePlan.PLUS) {
      return Optional.of(mode);
    }
    context
        .text(ContextKey.THREAT_PROTECTION)
        .ifPresent(
            text -> {
              throw ContextKey.THREAT_PROTECTION.must("stand beside featurePlan=PLUS", text);
            });
    return Optional.empty();
  }

  /** Cognito's own words, in lower case. */
  static String spelling(StandardThreatProtectionMode mode) {
    return switch (mode) {
      case AUDIT_ONLY -> "audit";
      case FULL_FUNCTION -> "enforced";
      case NO_ENFORCEMENT -> "off";
    };
  }

  /** Refuses beside an existing pool or client what only its owner can set. */
  private static Optional<ExistingPool> existingPool(Context context) {
    var clientId = context.text(ContextKey.USER_POOL_CLIENT_ID).map(AuthConfig::clientId);
    context.requireBeside(ContextKey.USER_POOL_CLIENT_ID, ContextKey.USER_POOL_ID);
    for (var ofThePool :
        List.of(
            ContextKey.MFA,
            ContextKey.THREAT_PROTECTION,
            ContextKey.SIGN_IN_URL,
            ContextKey.INVITATION_FROM)) {
      context.refuseBeside(ofThePool, ContextKey.USER_POOL_ID);
    }
    for (var ofTheClient : List.of(ContextKey.ACCESS_TOKEN_MINUTES, ContextKey.FEATURE_PLAN)) {
      context.refuseBeside(ofTheClient, ContextKey.USER_POOL_CLIENT_ID);
    }
    return context
        .text(ContextKey.USER_POOL_ID)
        .map(AuthConfig::poolId)
        .map(id -> new ExistingPool(id, clientId));
  }

  private static String poolId(String id) {
    if (!id.matches("[a-z]{2}(-[a-z]+)+-[0-9]_[A-Za-z0-9]{1,40}")) {
      throw ContextKey.USER_POOL_ID.must("be the id of a user pool", id);
    }
    return id;
  }

  private static String clientId(String id) {
    if (!id.matches("[a-z0-9]{24,32}")) {
      throw ContextKey.USER_POOL_CLIENT_ID.must("be the id of an app client", id);
    }
    return id;
  }

  /**
   * The page is on one of the origins that may call the API; the first is as good a guess as any.
   */
  private static Optional<SignInUrl> signInUrl(Context context, List<Origin> origins) {
    return context
        .text(ContextKey.SIGN_IN_URL)
        .map(SignInUrl::parse)
        .or(() -> origins.stream().findFirst().map(origin -> new SignInUrl(origin.value())));
  }

  private static List<String> requiredAttributes(Context context) {
    var names = context.list(ContextKey.REQUIRED_ATTRIBUTES);
    for (var name : names) {
      if (!STANDARD_ATTRIBUTES.contains(name)) {
        throw ContextKey.REQUIRED_ATTRIBUTES.must(
            "hold names out of " + String.join(", ", STANDARD_ATTRIBUTES), name);
      }
    }
    return names;
  }

  private static Optional<CustomDomain> customDomain(Context context, Optional<Door> frontDoor) {
    var name =
        context
            .text(ContextKey.API_DOMAIN_NAME)
            .map(text -> ownDomain(ContextKey.API_DOMAIN_NAME, text));
    var certificateArn = context.text(ContextKey.CERTIFICATE_ARN).map(AuthConfig::certificate);
    certificateArn
        .filter(arn -> frontDoor.isPresent() && !arn.contains(":acm:us-east-1:"))
        .ifPresent(
            arn -> {
              throw ContextKey.CERTIFICATE_ARN.must(
                  "be of a certificate in us-east-1 beside frontDoor, for CloudFront takes no other",
                  arn);
            });
    var zone = zone(context);
    context.requireBeside(ContextKey.API_DOMAIN_NAME, ContextKey.CERTIFICATE_ARN);
    context.requireBeside(ContextKey.CERTIFICATE_ARN, ContextKey.API_DOMAIN_NAME);
    context.requireBeside(ContextKey.HOSTED_ZONE_ID, ContextKey.API_DOMAIN_NAME);
    return name.flatMap(
        api ->
            certificateArn.map(
                arn -> new CustomDomain(api, arn, zone.map(known -> holding(known, api)))));
  }

  private static String certificate(String arn) {
    if (!arn.matches(
        "arn:aws(-[a-z]+)*:acm:[a-z]{2}(-[a-z]+)+-[0-9]+:[0-9]{12}:certificate/[A-Za-z0-9-]+")) {
      throw ContextKey.CERTIFICATE_ARN.must("be the ARN of an ACM certificate", arn);
    }
    return arn;
  }

  private static String topic(String arn) {
    if (!arn.matches(
        "arn:aws(-[a-z]+)*:sns:[a-z]{2}(-[a-z]+)+-[0-9]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}")) {
      throw ContextKey.ALARM_TOPIC_ARN.must("be the ARN of a standard SNS topic", arn);
    }
    return arn;
  }

  private static Optional<Zone> zone(Context context) {
    var id = context.text(ContextKey.HOSTED_ZONE_ID).map(AuthConfig::zoneId);
    var name =
        context
            .text(ContextKey.HOSTED_ZONE_NAME)
            .map(text -> HostName.domain(ContextKey.HOSTED_ZONE_NAME, text));
    context.requireBeside(ContextKey.HOSTED_ZONE_ID, ContextKey.HOSTED_ZONE_NAME);
    context.requireBeside(ContextKey.HOSTED_ZONE_NAME, ContextKey.HOSTED_ZONE_ID);
    return id.flatMap(known -> name.map(zone -> new Zone(known, zone)));
  }

  private static String zoneId(String id) {
    if (!id.matches("Z[A-Z0-9]{1,31}")) {
      throw ContextKey.HOSTED_ZONE_ID.must("be the id of a Route 53 hosted zone", id);
    }
    return id;
  }

  private static Zone holding(Zone zone, HostName api) {
    if (!api.isInside(zone.name())) {
      throw ContextKey.HOSTED_ZONE_NAME.must(
          "be the zone that holds apiDomainName " + api, zone.name());
    }
    return zone;
  }

  private static Optional<SharedDomain> sharedDomain(
      Context context, Optional<CustomDomain> customDomain) {
    var name =
        context
            .text(ContextKey.COOKIE_DOMAIN)
            .map(text -> text.startsWith(".") ? text.substring(1) : text)
            .map(text -> ownDomain(ContextKey.COOKIE_DOMAIN, text));
    var sameSite =
        context.choice(
            ContextKey.COOKIE_SAME_SITE,
            List.of("None", "Lax", "Strict"),
            Function.identity(),
            "None");
    context.requireBeside(ContextKey.COOKIE_DOMAIN, ContextKey.API_DOMAIN_NAME);
    context.requireBeside(ContextKey.COOKIE_SAME_SITE, ContextKey.COOKIE_DOMAIN);
    return name.flatMap(
        domain -> customDomain.map(api -> new SharedDomain(around(domain, api.name()), sameSite)));
  }

  private static HostName around(HostName cookieDomain, HostName api) {
    if (!api.isInside(cookieDomain)) {
      throw ContextKey.COOKIE_DOMAIN.must(
          "be a domain that apiDomainName %s is inside".formatted(api), cookieDomain);
    }
    return cookieDomain;
  }

  /** Browsers drop cookies of a domain whose subdomains belong to anyone. */
  private static HostName ownDomain(ContextKey key, String text) {
    var name = HostName.domain(key, text);
    if (name.isPublicSuffix() || name.isOfAws()) {
      throw key.must("be a domain of your own, not a public suffix and not one of AWS", name);
    }
    return name;
  }
}
