package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cognitofirstlogin.auth.contract.CookieShape;
import io.github.cognitofirstlogin.auth.contract.SameSite;
import io.github.cognitofirstlogin.auth.contract.UserPoolClientType;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.Lifetimes;
import io.github.cognitofirstlogin.infra.config.Origin;
import io.github.cognitofirstlogin.infra.config.SignInUrl;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import io.github.cognitofirstlogin.infra.config.Users;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;

class AuthConfigTest {
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef";
  private static final Map<String, Object> API =
      Map.of("apiDomainName", "api.example.com", "certificateArn", CERTIFICATE);

  @Test
  void nothingNeedsToBeConfigured() {
    var config = AuthConfig.from(Map.of());

    assertThat(config.stage()).isEmpty();
    assertThat(config.hosts().allowedOrigins()).isEmpty();
    assertThat(config.hosts().customDomain()).isEmpty();
    assertThat(config.hosts().sharedDomain()).isEmpty();
    assertThat(config.users())
        .isEqualTo(
            new Users(
                Optional.empty(),
                new Users.OwnPool(Mfa.OFF, Optional.empty(), Optional.empty(), Optional.empty()),
                FeaturePlan.ESSENTIALS,
                List.of(),
                UserPoolClientType.PUBLIC,
                new Lifetimes(
                    Duration.ofMinutes(15), Duration.ofMinutes(60), Duration.ofDays(30))));
  }

  @Test
  void commandLineAndFileMeanTheSame() {
    var typed = new HashMap<String, Object>(Synthesized.EVERY_KEY);
    typed.replaceAll(
        (key, value) ->
            value instanceof List<?> list
                ? String.join(", ", list.stream().map(Object::toString).toList())
                : value.toString());

    assertThat(AuthConfig.from(typed)).isEqualTo(AuthConfig.from(Synthesized.EVERY_KEY));
  }

  @Test
  void nullInTheFileIsNotSet() {
    var context = new HashMap<String, Object>();
    context.put("cookieDomain", null);

    assertThat(AuthConfig.from(context)).isEqualTo(AuthConfig.from(Map.of()));
  }

  @Test
  void emptyListInTheFileIsNoOrigin() {
    assertThat(AuthConfig.from(Map.of("allowedOrigins", List.of())).hosts().allowedOrigins())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example.com",
        "https://app.example.com:8443",
        "https://xn--bcher-kva.example",
        "https://192.0.2.7",
        "https://localhost:5173",
        "http://localhost:5173",
        "http://127.0.0.1:3000"
      })
  void exactOriginIsAllowed(String origin) {
    assertThat(AuthConfig.from(Map.of("allowedOrigins", origin)).hosts().allowedOrigins())
        .containsExactly(new Origin(origin));
  }

  @Test
  void namesBelowLocalhostAreForApisThatCannotBeDeployed() {
    var local =
        Map.of(
            "allowedOrigins", "http://app.auth.localhost:5173",
            "cookieDomain", "auth.localhost",
            "apiDomainName", "api.auth.localhost",
            "certificateArn", CERTIFICATE);
    var config = AuthConfig.from(local);
    assertThat(config.hosts().allowedOrigins())
        .extracting(Origin::value)
        .containsExactly("http://app.auth.localhost:5173");
    assertThat(config.hosts().cookieShape()).isEqualTo(CookieShape.SHARED_DOMAIN);

    var deployable = new HashMap<>(local);
    deployable.put("cookieDomain", "example.com");
    deployable.put("apiDomainName", "api.example.com");
    assertThatThrownBy(() -> AuthConfig.from(deployable)).isInstanceOf(SynthesisRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "*",
        "https://*",
        "https://*.example.com",
        "http://localhost:*",
        "https://app.example.com/",
        "https://app.example.com/login",
        "https://app.example.com?x",
        "https://app.example.com#x",
        "https://App.example.com",
        "HTTPS://app.example.com",
        "https://app.example.com.",
        "https://app..example.com",
        "https://-app.example.com",
        "https://bücher.example",
        "https://user@app.example.com",
        "https://app.example.com:",
        "https://app.example.com:0",
        "https://app.example.com:080",
        "https://app.example.com:443",
        "https://app.example.com:65536",
        "https://app.example.com:999999999999",
        "https://app.example.com\n",
        "https://127.1",
        "https://0x7f.1",
        "https://app.example.1com",
        "https://256.1.1.1",
        "https://[::1]:3000",
        "https://",
        "http://app.example.com",
        "http://localhost",
        "http://localhost:80",
        "http://localhost.example.com:5173",
        "http://app.localhost",
        "http://app.localhost:80",
        "http://app.localhost:5173",
        "http://app.auth.localhost:5173",
        "http://127.0.0.2:3000",
        "ftp://app.example.com",
        "app.example.com",
        "[\"https://app.example.com\"]",
        "https://a.example.com;https://b.example.com",
        "https://a.example.com https://b.example.com"
      })
  void inexactOriginIsRefused(String origin) {
    assertThatThrownBy(() -> AuthConfig.from(Map.of("allowedOrigins", List.of(origin))))
        .isInstanceOf(SynthesisRefused.class)
        .message()
        .startsWith("context 'allowedOrigins' must ")
        .endsWith("(example: https://app.example.com)")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example.com",
        "https://app.example.com/",
        "https://app.example.com:8443/login?from=mail&lang=en#top",
        "https://app.example.com/%C3%A4",
        "https://app.example.com/#/login",
        "http://localhost",
        "http://localhost:5173/login",
        "http://127.0.0.1:3000"
      })
  void signInPageMayHaveAnyAddress(String url) {
    assertThat(AuthConfig.from(Map.of("signInUrl", url)).users().ownPool().signInUrl())
        .contains(new SignInUrl(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.example.com",
        "//app.example.com",
        "https:app.example.com",
        "https://",
        "https:///login",
        "https://App.example.com",
        "https://app.example.com.",
        "https://user@app.example.com",
        "https://app.example.com:0",
        "https://app.example.com:65536",
        "https://app.example.com:99999999999",
        "https://app.example.com/a b",
        "https://app.example.com/\"onmouseover=x",
        "https://app.example.com/<b>",
        "https://app.example.com/{####}",
        "https://app.example.com/${Token[x]}",
        "https://app.example.com/%zz",
        "https://app.example.com/%2",
        "https://app.example.com/ä",
        "https://app.example.com/\n",
        "http://app.example.com",
        "http://localhost.example.com",
        "http://127.0.0.2",
        "javascript://app.example.com/%0aalert(1)",
        "data:text/html,x"
      })
  void addressThatIsNoSafePageIsRefused(String url) {
    assertThatThrownBy(() -> AuthConfig.from(Map.of("signInUrl", url)))
        .isInstanceOf(SynthesisRefused.class)
        .message()
        .startsWith("context 'signInUrl' must be the https:// address of a page ")
        .hasLineCount(1);
  }

  @Test
  void signInPageIsTheFirstOriginWhereNoneIsNamed() {
    var origins = List.of("https://app.example.com", "https://other.example.com");

    assertThat(AuthConfig.from(Map.of("allowedOrigins", origins)).users().ownPool().signInUrl())
        .contains(new SignInUrl("https://app.example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", ".example.com", "api.example.com"})
  void cookieDomainIsOneTheApiIsInside(String domain) {
    var config = AuthConfig.from(with(API, "cookieDomain", domain));

    assertThat(config.hosts().sharedDomain())
        .hasValueSatisfying(
            shared -> {
              assertThat(shared.attribute()).isEqualTo("." + domain.replaceFirst("^\\.", ""));
              assertThat(shared.sameSite()).isEqualTo(SameSite.NONE);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "app.example.com, api.example.com",
    "ample.com, api.example.com",
    "example.org, api.example.com",
    "co.uk, api.example.co.uk",
    "uk, api.example.co.uk",
    "com, api.example.com",
    "github.io, api.example.github.io",
    "amazonaws.com, abc.execute-api.eu-central-1.amazonaws.com",
    "execute-api.eu-central-1.amazonaws.com, abc.execute-api.eu-central-1.amazonaws.com",
    "abc.execute-api.eu-central-1.amazonaws.com, abc.execute-api.eu-central-1.amazonaws.com",
    "cloudfront.net, d111111abcdef8.cloudfront.net",
    "xn--55qx5d.cn, api.example.xn--55qx5d.cn",
    "..example.com, api.example.com",
    "example.com., api.example.com",
    "Example.com, api.example.com",
    "192.0.2.7, 192.0.2.7",
    "https://example.com, api.example.com",
    "example.com:443, api.example.com",
    "example.com/, api.example.com",
    "example .com, api.example.com",
    "example.com; Secure, api.example.com",
    "'example.com\r\nSet-Cookie: a=b', api.example.com",
    "*.example.com, api.example.com",
    "example.1com, api.example.1com",
    "xn--a, api.example.com",
    "example.com\u2029, api.example.com",
    "localhost, localhost",
    "'', api.example.com"
  })
  @Hostile("C3")
  void cookieDomainThatABrowserWouldDropIsRefused(String domain, String api) {
    var context =
        Map.of("cookieDomain", domain, "apiDomainName", api, "certificateArn", CERTIFICATE);

    assertThatThrownBy(() -> AuthConfig.from(context))
        .isInstanceOf(SynthesisRefused.class)
        .message()
        .matches("context '(cookieDomain|apiDomainName)' must .*")
        .doesNotContain("\n", "\r");
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, api.example.com, example.com",
    "https://app.example.com:8443, api.example.com, example.com",
    "https://example.com, api.example.com, example.com",
    "https://app.example.com, api.auth.example.com, auth.example.com",
    "https://app.example.co.uk, api.example.co.uk, example.co.uk",
    "http://app.auth.localhost:5173, api.auth.localhost, auth.localhost"
  })
  void pageOfTheSameSiteHasLaxCookies(String origin, String api, String domain) {
    for (var sameSite : List.of("Lax", "Strict")) {
      assertThat(AuthConfig.from(sameSite(sameSite, origin, api, domain)).hosts().sharedDomain())
          .isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.org, api.example.com, example.com",
    "https://notexample.com, api.example.com, example.com",
    "https://other.co.uk, api.example.co.uk, example.co.uk",
    "https://a.github.io, api.b.github.io, b.github.io",
    "https://192.0.2.7, api.example.com, example.com",
    "http://localhost:5173, api.example.com, example.com"
  })
  void pageOfAnotherSiteWouldNotHaveLaxCookies(String origin, String api, String domain) {
    for (var sameSite : List.of("Lax", "Strict")) {
      assertThatThrownBy(() -> AuthConfig.from(sameSite(sameSite, origin, api, domain)))
          .isInstanceOf(SynthesisRefused.class)
          .hasMessage(
              "context 'cookieSameSite' must be None, for context 'allowedOrigins' names %s, which"
                  + " is another site than %s, got '%s' (example: None)",
              origin, api, sameSite);
    }
    assertThat(AuthConfig.from(sameSite("None", origin, api, domain)).hosts().sharedDomain())
        .isPresent();
  }

  private static Map<String, Object> sameSite(
      String sameSite, String origin, String api, String domain) {
    return Map.of(
        "cookieSameSite",
        sameSite,
        "allowedOrigins",
        origin,
        "apiDomainName",
        api,
        "cookieDomain",
        domain,
        "certificateArn",
        CERTIFICATE);
  }

  @ParameterizedTest
  @MethodSource
  void cookiesHaveTheShapeThatTheHostsCallFor(Map<String, ?> context, CookieShape shape) {
    assertThat(AuthConfig.from(context).hosts().cookieShape()).isEqualTo(shape);
  }

  static Stream<Arguments> cookiesHaveTheShapeThatTheHostsCallFor() {
    var page = "https://app.example.com";
    return Stream.of(
        arguments(Map.of(), CookieShape.CROSS_SITE),
        arguments(Map.of("allowedOrigins", page), CookieShape.CROSS_SITE),
        arguments(Map.of("signInUrl", page), CookieShape.CROSS_SITE),
        arguments(API, CookieShape.SAME_ORIGIN),
        arguments(with(API, "allowedOrigins", List.of()), CookieShape.SAME_ORIGIN),
        arguments(with(API, "signInUrl", page), CookieShape.SAME_ORIGIN),
        arguments(with(API, "allowedOrigins", page), CookieShape.CROSS_SITE),
        arguments(with(API, "cookieDomain", "example.com"), CookieShape.SHARED_DOMAIN),
        arguments(
            with(with(API, "cookieDomain", "example.com"), "cookieSameSite", "None"),
            CookieShape.SHARED_DOMAIN),
        arguments(
            with(with(API, "cookieDomain", "example.com"), "allowedOrigins", page),
            CookieShape.SHARED_DOMAIN),
        arguments(Map.of("frontDoor", true), CookieShape.SAME_ORIGIN),
        arguments(Map.of("frontDoor", "false"), CookieShape.CROSS_SITE),
        arguments(Synthesized.FRONT_DOOR, CookieShape.SAME_ORIGIN),
        arguments(Synthesized.EVERY_KEY, CookieShape.SHARED_DOMAIN));
  }

  /** What is wrong with it is right after pasting what its refusals show. */
  @ParameterizedTest
  @MethodSource("refusalIsOneSentenceForTheDeployer")
  void exampleOfARefusalIsRightWhenItIsPasted(Map<String, ?> context, String sentence) {
    assertThat(Pasted.after(context).config()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("refusalIsOneSentenceForTheDeployer")
  void exampleOfARefusalIsRightBehindAFrontDoorToo(Map<String, ?> context, String sentence) {
    var behindADoor = new HashMap<String, Object>(context);
    behindADoor.keySet().removeAll(List.of("allowedOrigins", "cookieDomain", "cookieSameSite"));
    behindADoor.put("frontDoor", true);

    assertThat(Pasted.after(behindADoor).config()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource
  @Hostile({"B11", "C3", "S2", "S3"})
  void refusalIsOneSentenceForTheDeployer(Map<String, ?> context, String sentence) {
    assertThatThrownBy(() -> AuthConfig.from(context))
        .isInstanceOf(SynthesisRefused.class)
        .hasMessage(sentence);
  }

  static Stream<Arguments> refusalIsOneSentenceForTheDeployer() {
    return Stream.of(
        arguments(
            Map.of("allowedOrigins", "https://app.example.com/"),
            "context 'allowedOrigins' must hold exact origins, https:// and a host in lower case"
                + " with no path or slash after it, got 'https://app.example.com/'"
                + " (example: https://app.example.com)"),
        arguments(
            Map.of("allowedOrigins", List.of("https://*")),
            "context 'allowedOrigins' must name each origin without a wildcard, for cookies travel"
                + " with it, got 'https://*' (example: https://app.example.com)"),
        arguments(
            Map.of("allowedOrigins", "http://app.example.com"),
            "context 'allowedOrigins' must hold https:// origins; http:// is for"
                + " http://localhost:<port> and http://127.0.0.1:<port> only, got"
                + " 'http://app.example.com' (example: https://app.example.com)"),
        arguments(
            Map.of("allowedOrigins", "http://app.auth.localhost:5173"),
            "context 'allowedOrigins' must hold http:// origins below localhost only beside an"
                + " apiDomainName below localhost, for a local run, got"
                + " 'http://app.auth.localhost:5173' (example: https://app.example.com)"),
        arguments(
            Map.of("allowedOrigins", "https://app.example.com:443"),
            "context 'allowedOrigins' must leave out the scheme's own port, as browsers do, got"
                + " 'https://app.example.com:443' (example: https://app.example.com)"),
        arguments(
            Map.of("allowedOrigins", "https://app.example.com:70000"),
            "context 'allowedOrigins' must hold origins with a port from 1 to 65535, got"
                + " 'https://app.example.com:70000' (example: https://app.example.com)"),
        arguments(
            Map.of("allowedOrigins", "https://a.example.com,https://a.example.com"),
            "context 'allowedOrigins' must name each value once, got 'https://a.example.com'"
                + " (example: https://app.example.com)"),
        arguments(
            Map.of("allowedOrigins", List.of(1)),
            "context 'allowedOrigins' must be a list of texts, got '[1]'"
                + " (example: https://app.example.com)"),
        arguments(
            Map.of("cookieDomain", "example.com"),
            "context 'cookieDomain' needs context 'apiDomainName' beside it, got only"
                + " 'example.com' (example: apiDomainName=api.example.com)"),
        arguments(
            with(API, "cookieDomain", "ample.com"),
            "context 'cookieDomain' must be a domain that apiDomainName api.example.com is inside,"
                + " got 'ample.com' (example: example.com)"),
        arguments(
            with(API, "cookieDomain", "com"),
            "context 'cookieDomain' must be a domain name in lower case, without scheme, port or"
                + " path, got 'com' (example: example.com)"),
        arguments(
            with(API, "cookieDomain", "co.uk"),
            "context 'cookieDomain' must be a domain of your own, not a public suffix and not one"
                + " of AWS, got 'co.uk' (example: example.com)"),
        arguments(
            with(API, "cookieDomain", "example.com\r\nx"),
            "context 'cookieDomain' must be a domain name in lower case, without scheme, port or"
                + " path, got 'example.com\\u000d\\u000ax' (example: example.com)"),
        arguments(
            with(API, "cookieDomain", List.of("example.com")),
            "context 'cookieDomain' must be a single value, got '[example.com]'"
                + " (example: example.com)"),
        arguments(
            Map.of("cookieSameSite", "Lax"),
            "context 'cookieSameSite' needs context 'cookieDomain' beside it, got only 'Lax'"
                + " (example: cookieDomain=example.com)"),
        arguments(
            with(with(API, "cookieDomain", "example.com"), "cookieSameSite", "lax"),
            "context 'cookieSameSite' must be one of None, Lax, Strict, got 'lax' (example: None)"),
        arguments(
            Map.of("apiDomainName", "api.example.com"),
            "context 'apiDomainName' needs context 'certificateArn' beside it, got only"
                + " 'api.example.com' (example: certificateArn="
                + CERTIFICATE
                + ")"),
        arguments(
            Map.of("certificateArn", CERTIFICATE),
            "context 'certificateArn' needs context 'apiDomainName' beside it, got only '"
                + CERTIFICATE
                + "' (example: apiDomainName=api.example.com)"),
        arguments(
            with(API, "certificateArn", "arn:aws:iam::111122223333:server-certificate/x"),
            "context 'certificateArn' must be the ARN of an ACM certificate, got"
                + " 'arn:aws:iam::111122223333:server-certificate/x' (example: "
                + CERTIFICATE
                + ")"),
        arguments(
            Map.of("hostedZoneId", "Z1"),
            "context 'hostedZoneId' needs context 'hostedZoneName' beside it, got only 'Z1'"
                + " (example: hostedZoneName=example.com)"),
        arguments(
            Map.of("hostedZoneName", "example.com"),
            "context 'hostedZoneName' needs context 'hostedZoneId' beside it, got only"
                + " 'example.com' (example: hostedZoneId=Z0123456789ABCDEFGHIJ)"),
        arguments(
            Map.of("hostedZoneId", "Z1", "hostedZoneName", "example.com"),
            "context 'hostedZoneId' needs context 'apiDomainName' beside it, got only 'Z1'"
                + " (example: apiDomainName=api.example.com)"),
        arguments(
            with(with(API, "hostedZoneId", "/hostedzone/Z1"), "hostedZoneName", "example.com"),
            "context 'hostedZoneId' must be the id of a Route 53 hosted zone, got"
                + " '/hostedzone/Z1' (example: Z0123456789ABCDEFGHIJ)"),
        arguments(
            with(with(API, "hostedZoneId", "Z1"), "hostedZoneName", "ample.com"),
            "context 'hostedZoneName' must be the zone that holds apiDomainName api.example.com,"
                + " got 'ample.com' (example: example.com)"),
        arguments(
            Map.of("mfa", "sms"),
            "context 'mfa' must be one of off, optional, required, got 'sms' (example: optional)"),
        arguments(
            Map.of("mfa", false),
            "context 'mfa' must be one of off, optional, required, got 'false'"
                + " (example: optional)"),
        arguments(
            Map.of("requiredAttributes", "given_name,custom:team"),
            "context 'requiredAttributes' must hold names out of address, birthdate, email,"
                + " family_name, gender, given_name, locale, middle_name, name, nickname,"
                + " phone_number, picture, preferred_username, profile, website, zoneinfo, got"
                + " 'custom:team' (example: given_name)"),
        arguments(
            Map.of("authSessionMinutes", 2),
            "context 'authSessionMinutes' must be a whole number from 3 to 15, got '2'"
                + " (example: 15)"),
        arguments(
            Map.of("authSessionMinutes", "16"),
            "context 'authSessionMinutes' must be a whole number from 3 to 15, got '16'"
                + " (example: 15)"),
        arguments(
            Map.of("accessTokenMinutes", 30.5),
            "context 'accessTokenMinutes' must be a whole number from 15 to 60, got '30.5'"
                + " (example: 60)"),
        arguments(
            Map.of("refreshTokenDays", "30d"),
            "context 'refreshTokenDays' must be a whole number from 1 to 3650, got '30d'"
                + " (example: 30)"),
        arguments(
            Map.of("featurePlan", "essentials"),
            "context 'featurePlan' must be one of LITE, ESSENTIALS, PLUS, got 'essentials'"
                + " (example: ESSENTIALS)"),
        arguments(
            Map.of("featurePlan", "PLUS", "threatProtection", "ENFORCED"),
            "context 'threatProtection' must be one of audit, enforced, got 'ENFORCED'"
                + " (example: enforced)"),
        arguments(
            Map.of("threatProtection", "audit"),
            "context 'threatProtection' must stand beside featurePlan=PLUS, got 'audit'"
                + " (example: featurePlan=PLUS)"),
        arguments(
            Map.of("featurePlan", "ESSENTIALS", "threatProtection", "enforced"),
            "context 'threatProtection' must stand beside featurePlan=PLUS, got 'enforced'"
                + " (example: featurePlan=PLUS)"),
        arguments(
            Map.of("alarmTopicArn", "arn:aws:sqs:eu-central-1:111122223333:alarms"),
            "context 'alarmTopicArn' must be the ARN of a standard SNS topic, got"
                + " 'arn:aws:sqs:eu-central-1:111122223333:alarms' (example:"
                + " arn:aws:sns:us-east-1:111122223333:alarms)"),
        arguments(
            Map.of("alarmTopicArn", "arn:aws:sns:eu-central-1:111122223333:alarms.fifo"),
            "context 'alarmTopicArn' must be the ARN of a standard SNS topic, got"
                + " 'arn:aws:sns:eu-central-1:111122223333:alarms.fifo' (example:"
                + " arn:aws:sns:us-east-1:111122223333:alarms)"),
        arguments(
            Map.of("reservedConcurrency", 0),
            "context 'reservedConcurrency' must be a whole number from 1 to 10000, got '0'"
                + " (example: 50)"),
        arguments(
            Map.of("stage", "my stage"),
            "context 'stage' must be up to 32 letters, digits and single hyphens between them, got"
                + " 'my stage' (example: test)"));
  }

  @Test
  void flagIsTrueOrFalseAndNothingElse() {
    for (Object yes : List.of(true, "true")) {
      assertThat(AuthConfig.from(Map.of("confidentialClient", yes)).users().clientType())
          .isEqualTo(UserPoolClientType.CONFIDENTIAL);
    }
    for (Object no : List.of(false, "false")) {
      assertThat(AuthConfig.from(Map.of("confidentialClient", no)).users().clientType())
          .isEqualTo(UserPoolClientType.PUBLIC);
    }
    assertThatThrownBy(() -> AuthConfig.from(Map.of("confidentialClient", "yes")))
        .hasMessage(
            "context 'confidentialClient' must be one of true, false, got 'yes' (example: true)");
  }

  @ParameterizedTest
  @CsvSource({
    "authSessionMinutes, 3, 15",
    "accessTokenMinutes, 15, 60",
    "refreshTokenDays, 1, 3650"
  })
  void bothEndsOfARangeAreInside(String key, int least, int most) {
    assertThat(List.of(least, most)).allSatisfy(number -> AuthConfig.from(Map.of(key, number)));
    assertThat(List.of(least - 1, most + 1))
        .allSatisfy(
            number ->
                assertThatThrownBy(() -> AuthConfig.from(Map.of(key, number)))
                    .isInstanceOf(SynthesisRefused.class));
  }

  @ParameterizedTest
  @EnumSource
  void oddValueIsRefusedAndNeverACrash(ContextKey key) {
    var odd = new ArrayList<Object>(List.of("", " ", ".", "..", "-", ",", "a,,b", "\0", "\ud800"));
    odd.addAll(List.of("\u202e", "%s", "[]", "{}", "-1", 30.5, 1e300, "a.".repeat(200) + "com"));
    odd.addAll(List.of(Map.of("a", 1), List.of(List.of("a")), Collections.singletonList(null)));
    if (key != ContextKey.STAGE) {
      // A valid name of a stage.
      odd.addAll(List.of("null", "1e3", "99999999999999999999", Double.NaN));
    }
    if (!Set.of(ContextKey.STAGE, ContextKey.CONFIDENTIAL_CLIENT, ContextKey.FRONT_DOOR)
        .contains(key)) {
      odd.add(true);
    }
    for (var value : odd) {
      // With valid values of the other keys, so that only this value is wrong.
      var context = new HashMap<>(rightContextWith(key));
      context.put(key.key(), value);

      assertThatThrownBy(() -> AuthConfig.from(context))
          .as("%s=%s", key.key(), value)
          .isInstanceOf(SynthesisRefused.class)
          .message()
          .startsWith("context '" + key.key() + "' ")
          .hasLineCount(1);
    }
  }

  @Test
  void refusalOfAVeryLongValueStaysReadable() {
    assertThatThrownBy(() -> AuthConfig.from(Map.of("stage", "x".repeat(100_000))))
        .message()
        .hasSizeLessThan(400);
  }

  private static Map<String, Object> rightContextWith(ContextKey key) {
    return Stream.of(Synthesized.EVERY_KEY, Synthesized.EXISTING_POOL, Synthesized.FRONT_DOOR)
        .filter(context -> context.containsKey(key.key()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> with(Map<String, Object> context, String key, Object value) {
    var changed = new HashMap<>(context);
    changed.put(key, value);
    return changed;
  }
}
