package io.github.cognitofirstlogin.infra;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;

/**
 * The choices of a deployment, checked before anything is built: the only reader of CDK context.
 * What is refused is refused in one sentence that names the key.
 */
record AuthConfig(Optional<String> stage, Users users, Cookies cookies, Api api) {

  /** How people sign in, and for how long. */
  record Users(
      Mfa mfa,
      List<String> requiredAttributes,
      FeaturePlan featurePlan,
      int authSessionMinutes,
      int accessTokenMinutes,
      int refreshTokenDays) {}

  /** What the session cookies say about where they go. */
  record Cookies(Optional<SharedDomain> sharedDomain) {}

  /** Page and API are on hosts of one domain. */
  record SharedDomain(HostName name, String sameSite) {
    /** The value of the cookies' {@code Domain} attribute. */
    String attribute() {
      return "." + name;
    }
  }

  /** Who may call the API, and by which name. */
  record Api(List<Origin> allowedOrigins, Optional<CustomDomain> customDomain) {}

  /** The API's own name; its DNS records are made where the zone is known. */
  record CustomDomain(HostName name, String certificateArn, Optional<Zone> zone) {}

  /** The hosted zone that holds the API's name. */
  record Zone(String id, HostName name) {}

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
    var customDomain = customDomain(context);
    return new AuthConfig(
        stage(context),
        users(context),
        new Cookies(sharedDomain(context, customDomain)),
        new Api(
            context.list(ContextKey.ALLOWED_ORIGINS).stream().map(Origin::parse).toList(),
            customDomain));
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

  private static Users users(Context context) {
    return new Users(
        context.choice(
            ContextKey.MFA,
            List.of(Mfa.OFF, Mfa.OPTIONAL, Mfa.REQUIRED),
            mfa -> mfa.name().toLowerCase(Locale.ROOT),
            Mfa.OFF),
        requiredAttributes(context),
        context.choice(
            ContextKey.FEATURE_PLAN,
            List.of(FeaturePlan.LITE, FeaturePlan.ESSENTIALS, FeaturePlan.PLUS),
            FeaturePlan::name,
            FeaturePlan.ESSENTIALS),
        context.whole(ContextKey.AUTH_SESSION_MINUTES, 3, 15, 15),
        context.whole(ContextKey.ACCESS_TOKEN_MINUTES, 15, 60, 60),
        context.whole(ContextKey.REFRESH_TOKEN_DAYS, 1, 3650, 30));
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

  private static Optional<CustomDomain> customDomain(Context context) {
    var certificateArn = context.text(ContextKey.CERTIFICATE_ARN);
    var zone = zone(context);
    var name =
        context
            .text(ContextKey.API_DOMAIN_NAME)
            .map(text -> HostName.domain(ContextKey.API_DOMAIN_NAME, text));
    if (name.isEmpty()) {
      certificateArn.ifPresent(
          arn -> {
            throw ContextKey.CERTIFICATE_ARN.needs(ContextKey.API_DOMAIN_NAME, arn);
          });
      zone.ifPresent(
          known -> {
            throw ContextKey.HOSTED_ZONE_ID.needs(ContextKey.API_DOMAIN_NAME, known.id());
          });
      return Optional.empty();
    }
    return name.map(
        api ->
            new CustomDomain(
                registered(ContextKey.API_DOMAIN_NAME, api),
                certificateArn
                    .map(AuthConfig::certificate)
                    .orElseThrow(
                        () -> ContextKey.API_DOMAIN_NAME.needs(ContextKey.CERTIFICATE_ARN, api)),
                zone.map(known -> holding(known, api))));
  }

  private static String certificate(String arn) {
    if (!arn.matches(
        "arn:aws(-[a-z]+)*:acm:[a-z]{2}(-[a-z]+)+-[0-9]+:[0-9]{12}:certificate/[A-Za-z0-9-]+")) {
      throw ContextKey.CERTIFICATE_ARN.must("be the ARN of an ACM certificate", arn);
    }
    return arn;
  }

  private static Optional<Zone> zone(Context context) {
    var id = context.text(ContextKey.HOSTED_ZONE_ID);
    var name = context.text(ContextKey.HOSTED_ZONE_NAME);
    if (id.isEmpty()) {
      name.ifPresent(
          known -> {
            throw ContextKey.HOSTED_ZONE_NAME.needs(ContextKey.HOSTED_ZONE_ID, known);
          });
      return Optional.empty();
    }
    return id.map(
        known -> {
          if (!known.matches("Z[A-Z0-9]{1,31}")) {
            throw ContextKey.HOSTED_ZONE_ID.must("be the id of a Route 53 hosted zone", known);
          }
          return new Zone(
              known,
              HostName.domain(
                  ContextKey.HOSTED_ZONE_NAME,
                  name.orElseThrow(
                      () -> ContextKey.HOSTED_ZONE_ID.needs(ContextKey.HOSTED_ZONE_NAME, known))));
        });
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
    var sameSite = context.text(ContextKey.COOKIE_SAME_SITE);
    var domain = context.text(ContextKey.COOKIE_DOMAIN);
    if (domain.isEmpty()) {
      sameSite.ifPresent(
          value -> {
            throw ContextKey.COOKIE_SAME_SITE.needs(ContextKey.COOKIE_DOMAIN, value);
          });
      return Optional.empty();
    }
    return domain.map(
        text -> {
          var name =
              registered(
                  ContextKey.COOKIE_DOMAIN,
                  HostName.domain(
                      ContextKey.COOKIE_DOMAIN, text.startsWith(".") ? text.substring(1) : text));
          var api =
              customDomain.orElseThrow(
                  () -> ContextKey.COOKIE_DOMAIN.needs(ContextKey.API_DOMAIN_NAME, text));
          if (!api.name().isInside(name)) {
            throw ContextKey.COOKIE_DOMAIN.must(
                "be a domain that apiDomainName %s is inside".formatted(api.name()), text);
          }
          return new SharedDomain(
              name,
              context.choice(
                  ContextKey.COOKIE_SAME_SITE,
                  List.of("None", "Lax", "Strict"),
                  value -> value,
                  "None"));
        });
  }

  /** Browsers drop cookies of a domain whose subdomains belong to anyone. */
  private static HostName registered(ContextKey key, HostName name) {
    if (name.isPublicSuffix() || name.isOfAws()) {
      throw key.must("be a domain of your own, not a public suffix and not one of AWS", name);
    }
    return name;
  }
}
