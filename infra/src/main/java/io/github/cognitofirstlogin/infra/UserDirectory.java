package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.auth.contract.UserPoolClientType;
import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.Lifetimes;
import io.github.cognitofirstlogin.infra.config.Names;
import io.github.cognitofirstlogin.infra.config.Users;
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

/** The user pool, in which only administrators create users, and its app client. */
final class UserDirectory extends Construct {
  /** Attributes that users may change, because no sign-in and no recovery depends on them. */
  private static final List<String> ALWAYS_WRITABLE =
      List.of("family_name", "given_name", "locale", "name", "zoneinfo");

  private static final List<String> ALWAYS_READABLE = List.of("email", "email_verified");

  private final Users config;
  private final Optional<PasswordPolicy> passwordPolicy;
  private final List<String> writableAttributes;
  private final IUserPool pool;
  private final IUserPoolClient client;

  UserDirectory(Construct scope, String id, Pool where, Users config, Names names) {
    super(scope, id);
    this.config = config;
    writableAttributes = writableAttributes(config.requiredAttributes());
    if (where instanceof Pool.Existing existing) {
      passwordPolicy = Optional.empty();
      pool = existing.pool();
      client = existing.client().orElseGet(this::ownClient);
      ExistingPoolNote.on(this, existing, config, names);
    } else {
      var policy = passwordPolicy(config.featurePlan());
      passwordPolicy = Optional.of(policy);
      pool = pool(((Pool.Own) where).choices(), policy, names);
      client = ownClient();
    }
  }

  IUserPool pool() {
    return pool;
  }

  IUserPoolClient client() {
    return client;
  }

  UserPoolClientType clientType() {
    return config.clientType();
  }

  /** The lifetimes of this client's unfinished sign-ins and tokens. */
  Lifetimes lifetimes() {
    return config.lifetimes();
  }

  /** Empty for an existing pool, because the synthesis reads nothing from AWS. */
  Optional<PasswordPolicy> passwordPolicy() {
    return passwordPolicy;
  }

  /** The attributes that a user may set at the first login and later. */
  List<String> writableAttributes() {
    return writableAttributes;
  }

  private UserPool pool(Users.OwnPool choices, PasswordPolicy passwordPolicy, Names names) {
    var properties =
        UserPool.Builder.create(this, "Pool")
            .featurePlan(config.featurePlan())
            .selfSignUpEnabled(false)
            .signInAliases(SignInAliases.builder().username(true).email(true).build())
            .signInCaseSensitive(false)
            .accountRecovery(AccountRecovery.EMAIL_ONLY)
            .autoVerify(AutoVerifiedAttrs.builder().email(true).build())
            // A changed address cannot be used to sign in before it is verified.
            .keepOriginal(KeepOriginalAttrs.builder().email(true).build())
            .passwordPolicy(passwordPolicy)
            .userInvitation(
                Invitation.of(
                        Objects.requireNonNull(passwordPolicy.getTempPasswordValidity()),
                        choices.signInUrl())
                    .template())
            .mfa(choices.mfa())
            .removalPolicy(RemovalPolicy.RETAIN)
            .deletionProtection(true);
    if (choices.mfa() != Mfa.OFF) {
      properties.mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build());
    }
    threatProtection(choices).ifPresent(properties::standardThreatProtectionMode);
    var pool = properties.build();
    if (choices.mfa() == Mfa.REQUIRED) {
      Annotations.of(pool)
          .addInfoV2(
              "cognito-first-login:mfaRequired",
              "Cognito refuses to turn MFA from off to required at once: a pool that is deployed"
                  + " with MFA off needs a deployment with optional MFA before this one (%s)."
                      .formatted(names.of(ContextKey.MFA)));
    }
    Mail.configure(pool, choices.mailSender(), names);
    if (!config.requiredAttributes().isEmpty()) {
      requireAttributes(pool, config.requiredAttributes());
    }
    Validations.of(pool)
        .acknowledge(
            Acknowledgment.builder()
                .id("AwsSolutions-COG2")
                .reason(
                    "MFA is the deployer's choice, %s: a user created by an administrator can enrol"
                            .formatted(names.of(ContextKey.MFA))
                        + " only after the first login.")
                .build(),
            Acknowledgment.builder()
                .id("AwsSolutions-COG8")
                .reason(
                    "Threat protection is billed per user: %s chooses PLUS, %s decides"
                            .formatted(
                                names.of(ContextKey.FEATURE_PLAN),
                                names.of(ContextKey.THREAT_PROTECTION))
                        + " whether it may block, and nothing else depends on it.")
                .build());
    return pool;
  }

  /**
   * With ESSENTIALS the mode is set to OFF, so that a pool that comes from PLUS switches threat
   * protection off in the same update. With LITE the setting is left out, because it is not known
   * whether Cognito accepts it there.
   */
  private Optional<StandardThreatProtectionMode> threatProtection(Users.OwnPool choices) {
    return config.featurePlan() == FeaturePlan.ESSENTIALS
        ? Optional.of(StandardThreatProtectionMode.NO_ENFORCEMENT)
        : choices.threatProtection();
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
   * The CDK's {@code standardAttributes} leave out the data type, and then every later update of
   * the pool fails with "Invalid AttributeDataType input".
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

  private IUserPoolClient ownClient() {
    var lifetimes = config.lifetimes();
    var confidential = config.clientType() == UserPoolClientType.CONFIDENTIAL;
    var properties =
        UserPoolClient.Builder.create(this, "Client")
            .userPool(pool)
            .authFlows(AuthFlow.builder().userPassword(true).userSrp(true).build())
            .disableOAuth(true)
            .generateSecret(confidential)
            .preventUserExistenceErrors(true)
            .enableTokenRevocation(true)
            .authSessionValidity(Duration.minutes(lifetimes.authSession().toMinutes()))
            .accessTokenValidity(Duration.minutes(lifetimes.accessToken().toMinutes()))
            .idTokenValidity(Duration.minutes(lifetimes.accessToken().toMinutes()))
            .refreshTokenValidity(Duration.days(lifetimes.refreshToken().toDays()));
    if (config.featurePlan() != FeaturePlan.LITE) {
      // Within the grace period, two tabs can refresh at the same time.
      properties.refreshTokenRotationGracePeriod(Duration.seconds(60));
    }
    if (confidential) {
      // Threat protection needs the caller's address, which Cognito accepts only from a client with
      // a secret.
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
    // Cognito refuses an app client without write access to the pool's required attributes.
    writable.addAll(required);
    return List.copyOf(writable);
  }
}
