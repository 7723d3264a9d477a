package io.github.cognitofirstlogin.local;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A first login as three commands for bash and zsh, one line each, ready to paste. */
record FirstLogin(
    String apiUrl,
    String username,
    String email,
    String temporaryPassword,
    String newPassword,
    Collection<String> missingAttributes) {

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
            + "'{\"username\":\"%s\",\"new_password\":\"%s\",\"session\":\"'\"$session\"'\"%s}'; echo"
                .formatted(username, newPassword, attributes()),
        "%s'%s'; echo".formatted(login, credentials(newPassword)));
  }

  /** Values for the attributes that the pool requires of a new user. */
  private String attributes() {
    return missingAttributes.isEmpty()
        ? ""
        : missingAttributes.stream()
            .map(name -> "\"%s\":\"%s\"".formatted(name, example(name)))
            .collect(Collectors.joining(",", ",\"attributes\":{", "}"));
  }

  private static String example(String attribute) {
    return switch (attribute) {
      case "birthdate" -> "1990-12-31";
      case "phone_number" -> "+12025550100";
      case "picture", "profile", "website" -> "https://example.com";
      default -> "Demo";
    };
  }

  private String credentials(String password) {
    return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
  }

  @Override
  public String toString() {
    return "FirstLogin[" + username + ", redacted]";
  }
}
