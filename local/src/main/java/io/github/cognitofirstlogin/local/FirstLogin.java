package io.github.cognitofirstlogin.local;

import java.util.List;

/** A first login as three commands for bash and zsh, each of one line, ready to paste. */
record FirstLogin(
    String apiUrl, String username, String email, String temporaryPassword, String newPassword) {

  List<String> commands() {
    var login = "curl -sS %s/login -H 'content-type: application/json' -d ".formatted(apiUrl);
    var changePassword =
        "curl -sS -i %s/change-password -H 'content-type: application/json' -d ".formatted(apiUrl);
    return List.of(
        "reply=$(%s'%s'); printf '%%s\\n' \"$reply\"; session=$(printf '%%s' \"$reply\" | sed -n '%s')"
            .formatted(
                login,
                credentials(temporaryPassword),
                "s/.*\"session\" *: *\"\\([^\"]*\\)\".*/\\1/p"),
        changePassword
            + "'{\"username\":\"%s\",\"new_password\":\"%s\",\"session\":\"'\"$session\"'\"}'; echo"
                .formatted(username, newPassword),
        "%s'%s'; echo".formatted(login, credentials(newPassword)));
  }

  private String credentials(String password) {
    return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
  }

  @Override
  public String toString() {
    return "FirstLogin[" + username + ", redacted]";
  }
}
