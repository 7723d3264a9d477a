package io.github.cognitofirstlogin.infra.config;

import java.util.regex.Pattern;

/** The sender of the user pool's mails. */
public sealed interface MailSender {
  /** Cognito's own address, chosen explicitly in spite of its limit. */
  record Cognito() implements MailSender {}

  /** An address of a domain that Amazon SES has verified, in the pool's region. */
  record Ses(String address, HostName domain) implements MailSender {}

  /** The value in CloudFormation. */
  String COGNITO_DEFAULT = "COGNITO_DEFAULT";

  /** The addresses that every mail program accepts: no quotes, no comments, no display name. */
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
}
