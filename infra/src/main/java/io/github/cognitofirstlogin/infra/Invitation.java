package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.SignInUrl;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.UserInvitationConfig;

/**
 * The invitation for a new user. The password is alone on its line, because Cognito's generated
 * passwords may begin or end with any punctuation mark.
 */
record Invitation(String subject, String email, String sms) {
  private static final int LONGEST_SMS = 140;

  static Invitation of(Duration passwordValidity, Optional<SignInUrl> page) {
    var days = passwordValidity.toDays().intValue();
    var validity = days == 1 ? "1 day" : days + " days";
    return new Invitation(
        "Your username and temporary password", email(validity, page), sms(validity, page));
  }

  UserInvitationConfig template() {
    return UserInvitationConfig.builder()
        .emailSubject(subject)
        .emailBody(email)
        .smsMessage(sms)
        .build();
  }

  /**
   * Cognito sends this text as HTML. Mail programs do not show the first line break inside a {@code
   * pre}.
   */
  private static String email(String validity, Optional<SignInUrl> page) {
    return """
        <p>An administrator made an account for you. Sign in with the username and the temporary \
        password below, then choose a password of your own.</p>
        <p>Username:</p>
        <pre>
        {username}
        </pre>
        <p>Temporary password, the whole line with every character in it:</p>
        <pre>
        {####}
        </pre>
        <p>It is valid for %s. After that, ask your administrator for a new invitation.</p>
        """
            .formatted(validity)
        + page.map(url -> "<p>Sign in here: " + url.link() + "</p>\n").orElse("");
  }

  /** One line, because Cognito's API allows no more. The password is at the end. */
  private static String sms(String validity, Optional<SignInUrl> page) {
    var text = "Username {username}, temporary password for %s: {####}".formatted(validity);
    return page.filter(SignInUrl::isKnown)
        .map(url -> "Sign in at " + url + " - " + text)
        .filter(longer -> longer.length() <= LONGEST_SMS)
        .orElse(text);
  }
}
