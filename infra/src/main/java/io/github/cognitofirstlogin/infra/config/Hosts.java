package io.github.cognitofirstlogin.infra.config;

import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.SameSite;
import java.util.List;
import java.util.Optional;

/**
 * The hosts of page and API, and the origins of the pages that may call. Behind a front door, the
 * custom domain is the front door's name.
 */
public record Hosts(
    List<Origin> allowedOrigins,
    Optional<CustomDomain> customDomain,
    Optional<Door> frontDoor,
    Optional<SharedDomain> sharedDomain) {
  /** The API's own host name. The stack creates its DNS records if the zone is known. */
  public record CustomDomain(HostName name, AwsId certificate, Optional<Zone> zone) {}

  /** The hosted zone of the API's host name. */
  public record Zone(AwsId id, HostName name) {}

  /** Page and API on one host, with an optional web ACL in front of both. */
  public record Door(Optional<AwsId> webAcl) {}

  /** Page and API are on hosts of one domain, and the session cookies have that domain. */
  public record SharedDomain(HostName name, SameSite sameSite) {
    /** The value of the cookies' {@code Domain} attribute. */
    public String attribute() {
      return "." + name;
    }
  }

  static Hosts of(Given given) {
    var frontDoor = frontDoor(given);
    var customDomain = customDomain(given, frontDoor.isPresent());
    var origins = allowedOrigins(given, customDomain);
    return new Hosts(origins, customDomain, frontDoor, sharedDomain(given, origins, customDomain));
  }

  /** The sign-in page, if it is known at synthesis. */
  List<Origin> pages() {
    return customDomain
        .filter(domain -> frontDoor.isPresent())
        .map(domain -> List.of(new Origin("https://" + domain.name())))
        .orElse(allowedOrigins);
  }

  /** The API's host name and the allowed origins decide on which hosts pages can be. */
  public CookieShape cookieShape() {
    if (sharedDomain.isPresent()) {
      return CookieShape.SHARED_DOMAIN;
    }
    return frontDoor.isPresent() || (customDomain.isPresent() && allowedOrigins.isEmpty())
        ? CookieShape.SAME_ORIGIN
        : CookieShape.CROSS_SITE;
  }

  /** The issuer name in an authenticator app: the API's host name if it has its own. */
  public String totpIssuer() {
    return customDomain.map(domain -> domain.name().toString()).orElse("Cognito First Login");
  }

  private static Optional<SharedDomain> sharedDomain(
      Given given, List<Origin> origins, Optional<CustomDomain> customDomain) {
    given.requireBeside(ContextKey.COOKIE_DOMAIN, ContextKey.API_DOMAIN_NAME);
    given.requireBeside(ContextKey.COOKIE_SAME_SITE, ContextKey.COOKIE_DOMAIN);
    var sameSite = given.one(ContextKey.COOKIE_SAME_SITE, SameSite.class).orElse(SameSite.NONE);
    return given
        .one(ContextKey.COOKIE_DOMAIN, HostName.class)
        .flatMap(
            domain ->
                customDomain.map(
                    own -> {
                      requireSameSite(origins, own.name(), sameSite);
                      return new SharedDomain(around(domain, own.name()), sameSite);
                    }));
  }

  /** Browsers send no cookie with SameSite Lax or Strict for a page of another site. */
  private static void requireSameSite(List<Origin> origins, HostName api, SameSite sameSite) {
    if (sameSite == SameSite.NONE) {
      return;
    }
    origins.stream()
        .filter(origin -> origin.isOfAnotherSiteThan(api))
        .findFirst()
        .ifPresent(
            origin -> {
              throw ContextKey.COOKIE_SAME_SITE.must(
                  names ->
                      "be None, for %s names %s, which is another site than %s"
                          .formatted(names.of(ContextKey.ALLOWED_ORIGINS), origin, api),
                  sameSite.attribute(),
                  SameSite.NONE.attribute());
            });
  }

  /**
   * Names below {@code localhost} let a local run have several hosts. Some browsers resolve them
   * elsewhere, so no deployable API accepts them.
   */
  private static List<Origin> allowedOrigins(Given given, Optional<CustomDomain> customDomain) {
    var origins = given.list(ContextKey.ALLOWED_ORIGINS, Origin.class);
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

  /** Refuses settings that would put pages on other hosts than the front door. */
  private static Optional<Door> frontDoor(Given given) {
    if (!given.isOn(ContextKey.FRONT_DOOR)) {
      given
          .one(ContextKey.WEB_ACL_ARN, AwsId.class)
          .ifPresent(
              acl -> {
                throw ContextKey.WEB_ACL_ARN.needs(ContextKey.FRONT_DOOR, acl.value());
              });
      return Optional.empty();
    }
    given.refuseBeside(ContextKey.ALLOWED_ORIGINS, ContextKey.FRONT_DOOR);
    given.refuseBeside(ContextKey.COOKIE_DOMAIN, ContextKey.FRONT_DOOR);
    given.refuseBeside(ContextKey.COOKIE_SAME_SITE, ContextKey.FRONT_DOOR);
    return Optional.of(new Door(given.one(ContextKey.WEB_ACL_ARN, AwsId.class)));
  }

  private static Optional<CustomDomain> customDomain(Given given, boolean behindDoor) {
    var certificate = given.one(ContextKey.CERTIFICATE_ARN, AwsId.class);
    certificate
        .filter(known -> behindDoor && known.isKnown() && !known.region().equals("us-east-1"))
        .ifPresent(
            elsewhere -> {
              throw ContextKey.CERTIFICATE_ARN.must(
                  names ->
                      "be of a certificate in us-east-1 beside %s, for CloudFront takes no other"
                          .formatted(names == Names.CONTEXT ? "frontDoor" : "frontDoor(...)"),
                  elsewhere.value(),
                  elsewhere.value().replaceFirst(":acm:[^:]*:", ":acm:us-east-1:"));
            });
    var zone = zone(given);
    given.requireBeside(ContextKey.API_DOMAIN_NAME, ContextKey.CERTIFICATE_ARN);
    given.requireBeside(ContextKey.CERTIFICATE_ARN, ContextKey.API_DOMAIN_NAME);
    given.requireBeside(ContextKey.HOSTED_ZONE_ID, ContextKey.API_DOMAIN_NAME);
    return given
        .one(ContextKey.API_DOMAIN_NAME, HostName.class)
        .flatMap(
            api ->
                certificate.map(
                    arn -> new CustomDomain(api, arn, zone.map(known -> holding(known, api)))));
  }

  private static Optional<Zone> zone(Given given) {
    given.requireBeside(ContextKey.HOSTED_ZONE_ID, ContextKey.HOSTED_ZONE_NAME);
    given.requireBeside(ContextKey.HOSTED_ZONE_NAME, ContextKey.HOSTED_ZONE_ID);
    return given
        .one(ContextKey.HOSTED_ZONE_ID, AwsId.class)
        .flatMap(
            id ->
                given
                    .one(ContextKey.HOSTED_ZONE_NAME, HostName.class)
                    .map(name -> new Zone(id, name)));
  }

  private static Zone holding(Zone zone, HostName api) {
    if (api.isOutside(zone.name())) {
      throw ContextKey.HOSTED_ZONE_NAME.must(
          "be the zone that holds apiDomainName " + api, zone.name(), api.around().value());
    }
    return zone;
  }

  private static HostName around(HostName cookieDomain, HostName api) {
    if (api.isOutside(cookieDomain)) {
      throw ContextKey.COOKIE_DOMAIN.must(
          "be a domain that apiDomainName %s is inside".formatted(api),
          cookieDomain,
          api.around().value());
    }
    return cookieDomain;
  }
}
