package io.github.cognitofirstlogin.infra.config;

import io.github.cognitofirstlogin.infra.config.AuthConfig.Api;
import io.github.cognitofirstlogin.infra.config.AuthConfig.CustomDomain;
import io.github.cognitofirstlogin.infra.config.AuthConfig.Door;
import io.github.cognitofirstlogin.infra.config.AuthConfig.SharedDomain;
import io.github.cognitofirstlogin.infra.config.AuthConfig.Zone;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where page and API are, and who may call from where, as the context has it. */
public final class HostsInContext {
  private HostsInContext() {}

  static Api api(Context context) {
    var frontDoor = frontDoor(context);
    var customDomain = customDomain(context, frontDoor);
    return new Api(allowedOrigins(context, customDomain), customDomain, frontDoor);
  }

  /** Where people can sign in, as far as it is known at synthesis. */
  static List<Origin> pages(Api api) {
    return api.customDomain()
        .filter(domain -> api.frontDoor().isPresent())
        .map(domain -> List.of(new Origin("https://" + domain.name())))
        .orElse(api.allowedOrigins());
  }

  static Optional<SharedDomain> sharedDomain(Context context, Api api) {
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
        domain ->
            api.customDomain()
                .map(
                    own -> {
                      requireSameSite(api.allowedOrigins(), own.name(), sameSite);
                      return new SharedDomain(around(domain, own.name()), sameSite);
                    }));
  }

  /** To pages of another site browsers give no cookie that is Lax or Strict. */
  private static void requireSameSite(List<Origin> origins, HostName api, String sameSite) {
    if (sameSite.equals("None")) {
      return;
    }
    origins.stream()
        .filter(origin -> !origin.isOfTheSiteOf(api))
        .findFirst()
        .ifPresent(
            origin -> {
              throw ContextKey.COOKIE_SAME_SITE.must(
                  "be None, for %s names %s, which is another site than %s"
                      .formatted(ContextKey.ALLOWED_ORIGINS.inContext(), origin, api),
                  sameSite);
            });
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

  /** Refuses beside a front door what would put pages on other hosts than the API. */
  private static Optional<Door> frontDoor(Context context) {
    var webAclArn = context.text(ContextKey.WEB_ACL_ARN).map(AwsId::webAcl);
    if (!context.flag(ContextKey.FRONT_DOOR, false)) {
      webAclArn.ifPresent(
          arn -> {
            throw ContextKey.WEB_ACL_ARN.needs(ContextKey.FRONT_DOOR, arn);
          });
      return Optional.empty();
    }
    context.refuseBeside(ContextKey.ALLOWED_ORIGINS, ContextKey.FRONT_DOOR);
    context.refuseBeside(ContextKey.COOKIE_DOMAIN, ContextKey.FRONT_DOOR);
    context.refuseBeside(ContextKey.COOKIE_SAME_SITE, ContextKey.FRONT_DOOR);
    return Optional.of(new Door(webAclArn));
  }

  private static Optional<CustomDomain> customDomain(Context context, Optional<Door> frontDoor) {
    var name =
        context
            .text(ContextKey.API_DOMAIN_NAME)
            .map(text -> ownDomain(ContextKey.API_DOMAIN_NAME, text));
    var certificateArn = context.text(ContextKey.CERTIFICATE_ARN).map(AwsId::certificate);
    certificateArn
        .filter(arn -> frontDoor.isPresent() && !arn.contains(":acm:us-east-1:"))
        .ifPresent(
            arn -> {
              throw ContextKey.CERTIFICATE_ARN.must(
                  "be of a certificate in us-east-1 beside frontDoor, for CloudFront takes no other",
                  arn,
                  arn.replaceFirst(":acm:[^:]*:", ":acm:us-east-1:"));
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

  private static Optional<Zone> zone(Context context) {
    var id = context.text(ContextKey.HOSTED_ZONE_ID).map(AwsId::zoneId);
    var name =
        context
            .text(ContextKey.HOSTED_ZONE_NAME)
            .map(text -> HostName.domain(ContextKey.HOSTED_ZONE_NAME, text));
    context.requireBeside(ContextKey.HOSTED_ZONE_ID, ContextKey.HOSTED_ZONE_NAME);
    context.requireBeside(ContextKey.HOSTED_ZONE_NAME, ContextKey.HOSTED_ZONE_ID);
    return id.flatMap(known -> name.map(zone -> new Zone(known, zone)));
  }

  private static Zone holding(Zone zone, HostName api) {
    if (!api.isInside(zone.name())) {
      throw ContextKey.HOSTED_ZONE_NAME.must(
          "be the zone that holds apiDomainName " + api, zone.name(), api.around().value());
    }
    return zone;
  }

  private static HostName around(HostName cookieDomain, HostName api) {
    if (!api.isInside(cookieDomain)) {
      throw ContextKey.COOKIE_DOMAIN.must(
          "be a domain that apiDomainName %s is inside".formatted(api),
          cookieDomain,
          api.around().value());
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
