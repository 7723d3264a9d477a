package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.UserPoolClientType;
import io.github.cognitofirstlogin.infra.config.AuthConfig;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.AutoVerifiedAttrs;
import software.amazon.awscdk.services.cognito.CfnUserPool;
import software.amazon.awscdk.services.cognito.CfnUserPoolClient;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;
import software.amazon.awscdk.services.cognito.KeepOriginalAttrs;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardThreatProtectionMode;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.constructs.Construct;

/** The people who may sign in, created by administrators only, and the client they sign in with. */
final class UserDirectory extends Construct {
  /** What people may change about themselves without anyone's sign-in or recovery hanging on it. */
  private static final List<String> ALWAYS_WRITABLE =
      List.of("family_name", "given_name", "locale", "name", "zoneinfo");

  private static final List<String> ALWAYS_READABLE = List.of("email", "email_verified");

  private final int authSessionMinutes;
  private final int refreshTokenDays;
  private final UserPoolClientType clientType;
  private final Optional<PasswordPolicy> passwordPolicy;
  private final List<String> writableAttributes;
  private final IUserPool pool;
  private final IUserPoolClient client;

  UserDirectory(Construct scope, String id, AuthConfig.Users config) {
    super(scope, id);
    authSessionMinutes = config.authSessionMinutes();
    refreshTokenDays = config.refreshTokenDays();
    clientType =
        config.confidentialClient() ? UserPoolClientType.CONFIDENTIAL : UserPoolClientType.PUBLIC;
    writableAttributes = writableAttributes(config.requiredAttributes());
    if (config.existingPool().isPresent()) {
      passwordPolicy = Optional.empty();
      pool = UserPool.fromUserPoolId(this, "Pool", config.existingPool().get().id());
      ExistingPoolNote.on(this, config);
    } else {
      var policy = passwordPolicy(config.featurePlan());
      passwordPolicy = Optional.of(policy);
      pool = pool(config, policy);
    }
    client =
        config
            .existingClientId()
            .map(known -> UserPoolClient.fromUserPoolClientId(this, "Client", known))
            .orElseGet(() -> client(config));
  }

  IUserPool pool() {
    return pool;
  }

  IUserPoolClient client() {
    return client;
  }

  UserPoolClientType clientType() {
    return clientType;
  }

  /** How long the sessions of this client's unfinished sign-ins last. */
  int authSessionMinutes() {
    return authSessionMinutes;
  }

  /** For how long this client's refresh tokens renew a session. */
  int refreshTokenDays() {
    return refreshTokenDays;
  }

  /** Empty where the pool is somebody else's: synthesis looks nothing up. */
  Optional<PasswordPolicy> passwordPolicy() {
    return passwordPolicy;
  }

  /** What a user may say about himself, at the first login and later. */
  List<String> writableAttributes() {
    return writableAttributes;
  }

  private UserPool pool(AuthConfig.Users config, PasswordPolicy passwordPolicy) {
    var properties =
        UserPool.Builder.create(this, "Pool")
            .featurePlan(config.featurePlan())
            .selfSignUpEnabled(false)
            .signInAliases(SignInAliases.builder().username(true).email(true).build())
            .signInCaseSensitive(false)
            .accountRecovery(AccountRecovery.EMAIL_ONLY)
            .autoVerify(AutoVerifiedAttrs.builder().email(true).build())
            // A changed address signs nobody in before it is verified.
            .keepOriginal(KeepOriginalAttrs.builder().email(true).build())
            .passwordPolicy(passwordPolicy)
            .userInvitation(
                Invitation.of(
                        Objects.requireNonNull(passwordPolicy.getTempPasswordValidity()),
                        config.signInUrl())
                    .template())
            .mfa(config.mfa())
            .removalPolicy(RemovalPolicy.RETAIN)
            .deletionProtection(true);
    if (config.mfa() != Mfa.OFF) {
      properties.mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build());
    }
    threatProtection(config).ifPresent(properties::standardThreatProtectionMode);
    var pool = properties.build();
    if (config.mfa() == Mfa.REQUIRED) {
      Annotations.of(pool)
          .addInfoV2(
              "cognito-first-login:mfaRequired",
              "Cognito refuses to turn MFA from off to required at once: a pool that is deployed"
                  + " with context 'mfa' off needs a deployment with mfa=optional before this one.");
    }
    Mail.configure(pool, config.mailSender());
    if (!config.requiredAttributes().isEmpty()) {
      requireAttributes(pool, config.requiredAttributes());
    }
    Validations.of(pool)
        .acknowledge(
            Acknowledgment.builder()
                .id("AwsSolutions-COG2")
                .reason(
                    "MFA is the deployer's choice, context key 'mfa': a user created by an"
                        + " administrator can enrol only after the first login.")
                .build(),
            Acknowledgment.builder()
                .id("AwsSolutions-COG8")
                .reason(
                    "Threat protection is billed per user: context key 'featurePlan' takes PLUS"
                        + " where it is wanted, 'threatProtection' says whether it may act, and"
                        + " nothing here depends on it.")
                .build());
    return pool;
  }

  /**
   * Off is said in ESSENTIALS, so that a pool that comes from PLUS switches it off in the update
   * that changes the plan. LITE says nothing of it, as nobody saw that Cognito takes it there.
   */
  private static Optional<StandardThreatProtectionMode> threatProtection(AuthConfig.Users config) {
    return config.featurePlan() == FeaturePlan.ESSENTIALS
        ? Optional.of(StandardThreatProtectionMode.NO_ENFORCEMENT)
        : config.threatProtection();
  }

  private static PasswordPolicy passwordPolicy(FeaturePlan plan) {
    var policy =
        PasswordPolicy.builder()
            .minLength(12)
            .requireUppercase(true)
            .requireLowercase(true)
            .requireDigits(true)
            .requireSymbols(true)
            .tempPasswordValidity(Duration.days(7));
    if (plan != FeaturePlan.LITE) {
      policy.passwordHistorySize(5);
    }
    return policy.build();
  }

  /**
   * The pool's own {@code standardAttributes} leave out the data type, and then every later update
   * of the pool fails with "Invalid AttributeDataType input".
   */
  private static void requireAttributes(UserPool pool, List<String> names) {
    Underlying.resource(pool, CfnUserPool.class)
        .setSchema(
            names.stream()
                .<Object>map(
                    name ->
                        CfnUserPool.SchemaAttributeProperty.builder()
                            .name(name)
                            .attributeDataType("String")
                            .required(true)
                            .mutable(true)
                            .build())
                .toList());
  }

  private IUserPoolClient client(AuthConfig.Users config) {
    var properties =
        UserPoolClient.Builder.create(this, "Client")
            .userPool(pool)
            .authFlows(AuthFlow.builder().userPassword(true).userSrp(true).build())
            .disableOAuth(true)
            .generateSecret(config.confidentialClient())
            .preventUserExistenceErrors(true)
            .enableTokenRevocation(true)
            .authSessionValidity(Duration.minutes(authSessionMinutes))
            .accessTokenValidity(Duration.minutes(config.accessTokenMinutes()))
            .idTokenValidity(Duration.minutes(config.accessTokenMinutes()))
            .refreshTokenValidity(Duration.days(refreshTokenDays));
    if (config.featurePlan() != FeaturePlan.LITE) {
      // Two tabs that refresh at once both succeed within the grace period.
      properties.refreshTokenRotationGracePeriod(Duration.seconds(60));
    }
    if (config.confidentialClient()) {
      // What threat protection needs: whose address it was, from a caller that proves who it is.
      properties.enablePropagateAdditionalUserContextData(true);
    }
    var client = properties.build();
    var readable = new TreeSet<>(writableAttributes);
    readable.addAll(ALWAYS_READABLE);
    var resource = Underlying.resource(client, CfnUserPoolClient.class);
    resource.setWriteAttributes(writableAttributes);
    resource.setReadAttributes(List.copyOf(readable));
    return client;
  }

  private static List<String> writableAttributes(List<String> required) {
    var writable = new TreeSet<>(ALWAYS_WRITABLE);
    // Cognito refuses a client that cannot write what its pool requires.
    writable.addAll(required);
    return List.copyOf(writable);
  }
}
