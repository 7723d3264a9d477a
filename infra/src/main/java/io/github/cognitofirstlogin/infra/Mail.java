package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.ContextKey;
import io.github.cognitofirstlogin.infra.config.MailSender;
import io.github.cognitofirstlogin.infra.config.Names;
import java.util.Optional;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.CfnUserPool;
import software.amazon.awscdk.services.cognito.UserPool;

/** The mails of a user pool. */
final class Mail {
  private Mail() {}

  /**
   * Sets the pool's sender. Without a chosen sender, a warning names the limit of Cognito's own
   * sender.
   */
  static void configure(UserPool pool, Optional<MailSender> chosen, Names names) {
    if (chosen.isEmpty()) {
      Annotations.of(pool)
          .addWarningV2(
              "cognito-first-login:fiftyMailsADay",
              "Cognito itself sends 50 mails a day and no more: to invite more people, set"
                  + " %s to an address of a domain that is verified in Amazon SES; if 50 are enough,"
                      .formatted(names.of(ContextKey.INVITATION_FROM))
                  + " set it to %s.".formatted(MailSender.COGNITO_DEFAULT));
    }
    chosen
        .filter(MailSender.Ses.class::isInstance)
        .map(MailSender.Ses.class::cast)
        .ifPresent(
            ses ->
                Underlying.resource(pool, CfnUserPool.class)
                    .setEmailConfiguration(
                        CfnUserPool.EmailConfigurationProperty.builder()
                            .emailSendingAccount("DEVELOPER")
                            .from(ses.address())
                            .sourceArn(
                                Stack.of(pool)
                                    .formatArn(
                                        ArnComponents.builder()
                                            .service("ses")
                                            .resource("identity")
                                            .resourceName(ses.domain().toString())
                                            .build()))
                            .build()));
  }
}
