package io.github.cognitofirstlogin.infra.config;

import java.util.regex.Pattern;

/** The link of an invitation: the address of the sign-in page. */
public record SignInUrl(String value) {
  /** The characters of RFC 3986. None of them ends an HTML attribute or begins a placeholder. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<scheme>https?)://(?<host>[^/?#:@\\s]+)(:(?<port>[1-9][0-9]{0,4}))?"
              + "([/?#]([A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*)?");

  /** Short enough for a mail, even if every character must be escaped. */
  private static final int LONGEST = 1000;

  public static SignInUrl parse(String text) {
    var shape = SHAPE.matcher(text);
    if (text.length() > LONGEST
        || !shape.matches()
        || !Origin.isHost(shape.group("host"))
        || !Origin.isPort(shape.group("port"))
        || !(shape.group("scheme").equals("https") || Origin.isLoopback(shape.group("host")))) {
      throw ContextKey.SIGN_IN_URL.must(
          "be the https:// address of a page with its host in lower case; http:// is for localhost"
              + " and 127.0.0.1 only",
          text);
    }
    return new SignInUrl(text);
  }

  /** Whether the length of the address is known at synthesis. */
  public boolean isKnown() {
    return !Unresolved.isIn(value);
  }

  /** An HTML link with its address as text. */
  public String link() {
    var escaped = value.replace("&", "&amp;");
    return "<a href=\"%s\">%s</a>".formatted(escaped, escaped);
  }

  @Override
  public String toString() {
    return value;
  }
}
