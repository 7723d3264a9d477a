package io.github.cognitofirstlogin.infra;

import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.CfnUserPool;
import software.amazon.awscdk.services.cognito.UserPool;

/** Who the user pool's mails come from. */
sealed interface MailSender {
  /** Cognito's own address, chosen by somebody who knows how few mails that sends. */
  record Cognito() implements MailSender {}

  /** An address of a domain that Amazon SES has verified, in the pool's region. */
  record Ses(String address, HostName domain) implements MailSender {}

  /** How CloudFormation spells it. */
  String COGNITO_DEFAULT = "COGNITO_DEFAULT";

  /** No more than any mail program takes: no quotes, no comments, no display name. */
  Pattern ADDRESS =
      Pattern.compile("(?<local>[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*)@(?<domain>[a-z0-9.-]+)");

  int LONGEST_LOCAL_PART = 64;

  static MailSender parse(String text) {
    if (text.equals(COGNITO_DEFAULT)) {
      return new Cognito();
    }
    var address = ADDRESS.matcher(text);
    if (!address.matches() || address.group("local").length() > LONGEST_LOCAL_PART) {
      throw ContextKey.INVITATION_FROM.must(
          "be a plain mail address with its domain in lower case, or " + COGNITO_DEFAULT, text);
    }
    var domain = HostName.domain(ContextKey.INVITATION_FROM, address.group("domain"));
    if (domain.isPublicSuffix() || domain.isOfAws()) {
      throw ContextKey.INVITATION_FROM.must("be an address in a domain of your own", text);
    }
    return new Ses(text, domain);
  }

  /** Has the pool send by the chosen sender; whoever chose none is told what that means. */
  static void configure(UserPool pool, Optional<MailSender> chosen) {
    if (chosen.isEmpty()) {
      Annotations.of(pool)
          .addWarningV2(
              "cognito-first-login:fiftyMailsADay",
              "Cognito itself sends 50 mails a day and no more: to invite more people, set"
                  + " context 'invitationFrom' to an address of a domain that is verified in"
                  + " Amazon SES; if 50 are enough, set it to "
                  + COGNITO_DEFAULT
                  + ".");
    }
    chosen
        .filter(Ses.class::isInstance)
        .map(Ses.class::cast)
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
