package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.AuthConfig;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.FunctionJar;
import io.github.cognitofirstlogin.infra.config.OneLine;
import io.github.cognitofirstlogin.infra.config.SynthesisRefused;
import io.github.cognitofirstlogin.infra.config.UsersInContext;
import io.github.cognitofirstlogin.infra.config.WebPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;

/**
 * What a {@link FirstLogin} is to be like. Everything but the function's jar may be left out, and
 * means then what the app's context key of the same name means.
 */
public final class FirstLoginProps {
  private final AuthConfig config;
  private final FunctionJar functionJar;
  private final Optional<WebPage> page;

  private FirstLoginProps(AuthConfig config, FunctionJar functionJar, Optional<WebPage> page) {
    this.config = config;
    this.functionJar = functionJar;
    this.page = page;
  }

  public static Builder builder() {
    return new Builder();
  }

  AuthConfig config() {
    return config;
  }

  FunctionJar functionJar() {
    return functionJar;
  }

  Optional<WebPage> page() {
    return page;
  }

  /** A caller of the builder set a property, not a key of context. */
  static IllegalArgumentException inItsWords(SynthesisRefused refused) {
    return new IllegalArgumentException(
        String.valueOf(refused.getMessage()).replace("context '", "property '"), refused);
  }

  /** Collects what is set; everything is checked together, for much depends on each other. */
  public static final class Builder {
    private final Map<String, Object> values = new HashMap<>();
    private @Nullable Path functionJar;
    private Path pageDirectory = Path.of("");

    private Builder() {}

    /**
     * The function with all it needs in one jar: this project's artifact {@code
     * cognito-first-login-function} with the classifier {@code lambda}, of this version.
     */
    public Builder functionJar(Path file) {
      functionJar = file;
      return this;
    }

    /**
     * Puts the page of this directory and the API behind one host. The directory holds {@code
     * index.html} and whatever it needs, and {@code .headers.json}, a JSON object of the headers
     * that all of it is served with; a {@code config.json} is put beside it, which tells the page
     * where the API is.
     */
    public Builder frontDoor(Path directory) {
      pageDirectory = directory;
      return with(ContextKey.FRONT_DOOR, true);
    }

    /** A WAF web ACL of the scope CLOUDFRONT, in front of both. */
    public Builder webAclArn(String arn) {
      return with(ContextKey.WEB_ACL_ARN, arn);
    }

    /** Origins of pages on other hosts that may call the API with cookies. */
    public Builder allowedOrigins(List<String> value) {
      return with(ContextKey.ALLOWED_ORIGINS, value);
    }

    /** The page that the invitation e-mail links to. */
    public Builder signInUrl(String value) {
      return with(ContextKey.SIGN_IN_URL, value);
    }

    /** The address that mails come from, in a domain that SES has verified. */
    public Builder invitationFrom(String value) {
      return with(ContextKey.INVITATION_FROM, value);
    }

    /** The domain that page and API share. */
    public Builder cookieDomain(String value) {
      return with(ContextKey.COOKIE_DOMAIN, value);
    }

    /** {@code None}, {@code Lax} or {@code Strict}, with a cookie domain. */
    public Builder cookieSameSite(String value) {
      return with(ContextKey.COOKIE_SAME_SITE, value);
    }

    /** The host name of the API, and of the page behind a front door, with its certificate. */
    public Builder apiDomainName(String name, String certificateArn) {
      return with(ContextKey.API_DOMAIN_NAME, name)
          .with(ContextKey.CERTIFICATE_ARN, certificateArn);
    }

    /** The Route 53 zone that gets the DNS records of that name. */
    public Builder hostedZone(String id, String name) {
      return with(ContextKey.HOSTED_ZONE_ID, id).with(ContextKey.HOSTED_ZONE_NAME, name);
    }

    /** A user pool that exists already, in which a client is made. */
    public Builder existingUserPool(String userPoolId) {
      return with(ContextKey.USER_POOL_ID, userPoolId);
    }

    /** A user pool and an app client that exist already. */
    public Builder existingUserPoolClient(String userPoolId, String userPoolClientId) {
      return existingUserPool(userPoolId).with(ContextKey.USER_POOL_CLIENT_ID, userPoolClientId);
    }

    /** Whether the app client has a secret. */
    public Builder confidentialClient(boolean value) {
      return with(ContextKey.CONFIDENTIAL_CLIENT, value);
    }

    /** Whether people need an authenticator app besides the password. */
    public Builder mfa(Mfa value) {
      return with(ContextKey.MFA, value.name().toLowerCase(Locale.ROOT));
    }

    /** Standard attributes asked for at the first login; fixed once the pool exists. */
    public Builder requiredAttributes(List<String> value) {
      return with(ContextKey.REQUIRED_ATTRIBUTES, value);
    }

    /** How long a challenge can be answered, 3 to 15. */
    public Builder authSessionMinutes(int value) {
      return with(ContextKey.AUTH_SESSION_MINUTES, value);
    }

    /** Life of an access token, 15 to 60. */
    public Builder accessTokenMinutes(int value) {
      return with(ContextKey.ACCESS_TOKEN_MINUTES, value);
    }

    /** Life of a refresh token, 1 to 3650. */
    public Builder refreshTokenDays(int value) {
      return with(ContextKey.REFRESH_TOKEN_DAYS, value);
    }

    /** Cognito's plan. */
    public Builder featurePlan(FeaturePlan value) {
      return with(ContextKey.FEATURE_PLAN, value.name());
    }

    /** With the plan PLUS: whether Cognito only looks on at risky sign-ins, or acts on them. */
    public Builder threatProtection(StandardThreatProtectionMode value) {
      return with(ContextKey.THREAT_PROTECTION, UsersInContext.spelling(value));
    }

    /** The SNS topic that alarms go to. */
    public Builder alarmTopicArn(String value) {
      return with(ContextKey.ALARM_TOPIC_ARN, value);
    }

    /** At most so many calls of the API's function at once, kept free for it. */
    public Builder reservedConcurrency(int value) {
      return with(ContextKey.RESERVED_CONCURRENCY, value);
    }

    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException if something is wrong: one sentence that names the property
     */
    public FirstLoginProps build() {
      if (functionJar == null || !Files.isRegularFile(functionJar)) {
        throw new IllegalArgumentException(
            "property 'functionJar' must be the function's jar, got '%s'"
                .formatted(OneLine.of(Objects.requireNonNullElse(functionJar, "nothing"))));
      }
      try {
        var config = AuthConfig.from(values);
        return new FirstLoginProps(
            config, new FunctionJar(functionJar), WebPage.of(config.api(), pageDirectory));
      } catch (SynthesisRefused refused) {
        throw inItsWords(refused);
      }
    }

    private Builder with(ContextKey key, Object value) {
      values.put(key.key(), value);
      return this;
    }
  }
}
