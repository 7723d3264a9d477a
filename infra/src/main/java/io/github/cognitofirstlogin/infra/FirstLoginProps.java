package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.SameSite;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.AwsId;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import io.github.cognitofirstlogin.infra.config.Given;
import io.github.cognitofirstlogin.infra.config.HostName;
import io.github.cognitofirstlogin.infra.config.Lifetime;
import io.github.cognitofirstlogin.infra.config.Lifetimes;
import io.github.cognitofirstlogin.infra.config.MailSender;
import io.github.cognitofirstlogin.infra.config.Names;
import io.github.cognitofirstlogin.infra.config.OneLine;
import io.github.cognitofirstlogin.infra.config.Operations;
import io.github.cognitofirstlogin.infra.config.Origin;
import io.github.cognitofirstlogin.infra.config.SignInUrl;
import io.github.cognitofirstlogin.infra.config.StandardAttributes;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import io.github.cognitofirstlogin.infra.config.ThreatProtection;
import io.github.cognitofirstlogin.infra.config.WebPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * What a {@link FirstLogin} is to be like. Only the function's jar must be given; README.md lists
 * what everything else is when it is left out. A text may be a token of the CDK, such as a host
 * name that the same app makes; what only the deployment knows is not checked.
 */
public final class FirstLoginProps {
  private final AuthConfig config;
  private final Resources resources;
  private final FunctionJar functionJar;
  private final Optional<WebPage> page;

  FirstLoginProps(
      AuthConfig config, Resources resources, FunctionJar functionJar, Optional<WebPage> page) {
    this.config = config;
    this.resources = resources;
    this.functionJar = functionJar;
    this.page = page;
  }

  public static Builder builder() {
    return new Builder();
  }

  AuthConfig config() {
    return config;
  }

  Resources resources() {
    return resources;
  }

  FunctionJar functionJar() {
    return functionJar;
  }

  Optional<WebPage> page() {
    return page;
  }

  /** The error names the builder's method, because the caller did not type a context key. */
  static IllegalArgumentException inItsWords(SynthesisRefused refused) {
    return new IllegalArgumentException(refused.with(Names.METHODS), refused);
  }

  /** Collects the properties. They are checked together, because many depend on each other. */
  public static final class Builder {
    private final Map<ContextKey, Choice> choices = new EnumMap<>(ContextKey.class);
    private @Nullable Path functionJar;
    private Path pageDirectory = Path.of("");
    private Optional<Pool.Existing> pool = Optional.empty();
    private Optional<ICertificate> certificate = Optional.empty();
    private Optional<IHostedZone> zone = Optional.empty();
    private Optional<ITopic> alarmTopic = Optional.empty();

    /** The values that a caller passed, and their checks. */
    private record Choice(Object passed, Supplier<Object> checked) {}

    private Builder() {}

    /**
     * The function's jar with all dependencies: this project's artifact {@code
     * cognito-first-login-function} of this version, with the classifier {@code lambda}.
     */
    public Builder functionJar(Path file) {
      functionJar = file;
      return this;
    }

    /**
     * Puts the page in this directory and the API on one host. The directory contains {@code
     * index.html}, its other files, and {@code .headers.json}, a JSON object with the response
     * headers of all files. The deployment adds a {@code config.json} with the API's address.
     */
    public Builder frontDoor(Path directory) {
      pageDirectory = directory;
      return with(ContextKey.FRONT_DOOR, directory, () -> true);
    }

    /** The WAF web ACL of the distribution, of the scope CLOUDFRONT. */
    public Builder webAclArn(String arn) {
      return with(ContextKey.WEB_ACL_ARN, arn, () -> typed(arn, AwsId::webAcl, AwsId::new));
    }

    /** Origins of pages on other hosts that may call the API with cookies. */
    public Builder allowedOrigins(List<String> origins) {
      return with(
          ContextKey.ALLOWED_ORIGINS,
          origins,
          () ->
              ContextKey.ALLOWED_ORIGINS.once(
                  origins.stream()
                      .map(origin -> typed(origin, Origin::parse, Origin::new))
                      .toList()));
    }

    /** The page that the invitation e-mail links to. */
    public Builder signInUrl(String url) {
      return with(ContextKey.SIGN_IN_URL, url, () -> typed(url, SignInUrl::parse, SignInUrl::new));
    }

    /** The sender's address of mails, in a domain that SES has verified. */
    public Builder invitationFrom(String address) {
      return with(
          ContextKey.INVITATION_FROM,
          address,
          () -> typed(address, MailSender::parse, Builder::senderOfToken));
    }

    /** The domain that the page and the API share. */
    public Builder cookieDomain(String domain) {
      return with(
          ContextKey.COOKIE_DOMAIN,
          domain,
          () -> typed(domain, HostName::cookieDomain, HostName::new));
    }

    /**
     * With a cookie domain: the SameSite attribute, which decides from which sites browsers send
     * the cookies.
     */
    public Builder cookieSameSite(SameSite sameSite) {
      return with(ContextKey.COOKIE_SAME_SITE, sameSite, () -> sameSite);
    }

    /** The host name of the API, and behind a front door also of the page, with its certificate. */
    public Builder apiDomainName(String name, ICertificate certificate) {
      this.certificate = Optional.of(certificate);
      var arn = certificate.getCertificateArn();
      return with(
              ContextKey.API_DOMAIN_NAME,
              name,
              () ->
                  typed(
                      name,
                      text -> HostName.ownDomain(ContextKey.API_DOMAIN_NAME, text),
                      HostName::new))
          .with(ContextKey.CERTIFICATE_ARN, arn, () -> typed(arn, AwsId::certificate, AwsId::new));
    }

    /** The Route 53 zone for the DNS records of that host name. */
    public Builder hostedZone(IHostedZone zone) {
      this.zone = Optional.of(zone);
      var id = zone.getHostedZoneId();
      var name = zone.getZoneName();
      // The CDK checks the id: during a look-up of a zone it uses a dummy id.
      return with(ContextKey.HOSTED_ZONE_ID, id, () -> new AwsId(id))
          .with(ContextKey.HOSTED_ZONE_NAME, name, () -> new HostName(name));
    }

    /** An existing user pool, in which the construct makes an app client. */
    public Builder existingUserPool(IUserPool userPool) {
      return existing(userPool, Optional.empty());
    }

    /** An existing user pool and an existing app client. */
    public Builder existingUserPoolClient(IUserPool userPool, IUserPoolClient client) {
      var id = client.getUserPoolClientId();
      return existing(userPool, Optional.of(client))
          .with(
              ContextKey.USER_POOL_CLIENT_ID,
              id,
              () -> typed(id, AwsId::userPoolClient, AwsId::new));
    }

    /** Whether the app client has a secret. */
    public Builder confidentialClient(boolean value) {
      return with(ContextKey.CONFIDENTIAL_CLIENT, value, () -> value);
    }

    /** Whether users need an authenticator app besides the password. */
    public Builder mfa(Mfa mfa) {
      return with(ContextKey.MFA, mfa, () -> mfa);
    }

    /**
     * Standard attributes that the first login asks for. They cannot change once the pool exists.
     */
    public Builder requiredAttributes(List<String> names) {
      return with(
          ContextKey.REQUIRED_ATTRIBUTES,
          names,
          () -> ContextKey.REQUIRED_ATTRIBUTES.once(StandardAttributes.require(names)));
    }

    /** The minutes in which a challenge can be answered, 3 to 15. */
    public Builder authSessionValidity(Duration validity) {
      return with(Lifetimes.AUTH_SESSION, validity);
    }

    /** The life of an access token in minutes, 15 to 60. */
    public Builder accessTokenValidity(Duration validity) {
      return with(Lifetimes.ACCESS_TOKEN, validity);
    }

    /** The life of a refresh token in days, 1 to 3650. */
    public Builder refreshTokenValidity(Duration validity) {
      return with(Lifetimes.REFRESH_TOKEN, validity);
    }

    /** The feature plan of the user pool. */
    public Builder featurePlan(FeaturePlan plan) {
      return with(ContextKey.FEATURE_PLAN, plan, () -> plan);
    }

    /** With the plan PLUS: whether Cognito only logs risky sign-ins, or also blocks them. */
    public Builder threatProtection(StandardThreatProtectionMode mode) {
      return with(ContextKey.THREAT_PROTECTION, mode, () -> ThreatProtection.require(mode));
    }

    /** The SNS topic that receives the alarms. */
    public Builder alarmTopic(ITopic topic) {
      alarmTopic = Optional.of(topic);
      var arn = topic.getTopicArn();
      return with(ContextKey.ALARM_TOPIC_ARN, arn, () -> typed(arn, AwsId::topic, AwsId::new));
    }

    /** The reserved concurrency of the API's function; the authorizer's function has none. */
    public Builder reservedConcurrency(int value) {
      return with(
          ContextKey.RESERVED_CONCURRENCY,
          value,
          () -> Operations.CONCURRENCY.require(ContextKey.RESERVED_CONCURRENCY, value));
    }

    /**
     * Checks all properties.
     *
     * @throws IllegalArgumentException if a property is wrong, with one sentence that names it
     */
    public FirstLoginProps build() {
      if (functionJar == null || !Files.isRegularFile(functionJar)) {
        throw new IllegalArgumentException(
            "functionJar(...) must be the function's jar, got '%s'"
                .formatted(OneLine.of(Objects.requireNonNullElse(functionJar, "nothing"))));
      }
      try {
        var given = new Given();
        choices.forEach((key, choice) -> given.put(key, choice.checked().get(), choice.passed()));
        var config = AuthConfig.of(given);
        return new FirstLoginProps(
            config,
            new Resources(pool, certificate, zone, alarmTopic),
            new FunctionJar(functionJar),
            WebPage.of(config.hosts(), pageDirectory));
      } catch (SynthesisRefused refused) {
        throw inItsWords(refused);
      }
    }

    private Builder existing(IUserPool userPool, Optional<IUserPoolClient> client) {
      pool = Optional.of(new Pool.Existing(userPool, client));
      choices.remove(ContextKey.USER_POOL_CLIENT_ID);
      var id = userPool.getUserPoolId();
      return with(ContextKey.USER_POOL_ID, id, () -> typed(id, AwsId::userPool, AwsId::new));
    }

    private Builder with(Lifetime lifetime, Duration validity) {
      return with(
          lifetime.key(),
          validity.isUnresolved() ? "a token" : inJava(validity),
          () -> {
            if (validity.isUnresolved()) {
              throw lifetime.key().must("be known at synthesis", "a token");
            }
            return lifetime.require(inJava(validity));
          });
    }

    private Builder with(ContextKey key, Object passed, Supplier<Object> checked) {
      choices.put(key, new Choice(passed, checked));
      return this;
    }

    private static java.time.Duration inJava(Duration validity) {
      return java.time.Duration.ofMillis(validity.toMilliseconds().longValue());
    }

    /** The domain of an address that is known only at the deployment. */
    private static MailSender senderOfToken(String address) {
      return new MailSender.Ses(address, new HostName(Fn.select(1, Fn.split("@", address))));
    }

    /** A value that is known only at the deployment is accepted without checks. */
    private static <T> T typed(
        String text, Function<String, T> checked, Function<String, T> unchecked) {
      return Boolean.TRUE.equals(Token.isUnresolved(text))
          ? unchecked.apply(text)
          : checked.apply(text);
    }
  }
}
