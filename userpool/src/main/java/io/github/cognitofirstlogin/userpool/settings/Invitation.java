package io.github.cognitofirstlogin.userpool.settings;

/** The pool's rules for creating users, and the invitation that new users get. */
public record Invitation(boolean adminsOnly, String emailSubject, String email, String sms) {

  private static final String DEFAULT =
      "Your username is {username} and temporary password is {####}.";

  static Invitation from(CloudFormationProperties adminCreateUser) {
    var template = adminCreateUser.section("InviteMessageTemplate");
    var invitation =
        new Invitation(
            adminCreateUser.flag("AllowAdminCreateUserOnly", false),
            template.text("EmailSubject").orElse("Your temporary password"),
            template.text("EmailMessage").orElse(DEFAULT),
            template.text("SMSMessage").orElse(DEFAULT));
    template.warnAboutTheRest();
    return invitation;
  }
}
