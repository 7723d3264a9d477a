package io.github.cognitofirstlogin.infra.config;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.regex.Pattern;

/** A DNS name in the spelling of browsers: lower case, ASCII, no dot at the end. */
public record HostName(String value) {
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*" + LABEL);
  private static final Pattern ADDRESS_LIKE = Pattern.compile("(.*\\.)?[0-9][^.]*");
  private static final int LONGEST = 253;
  private static final List<String> OF_AWS =
      List.of("amazonaws.com", "amazonaws.com.cn", "amazoncognito.com", "cloudfront.net", "on.aws");

  static boolean isOne(String text) {
    // Browsers read 1.2.3.4 and 0x7f.1 as IP addresses. No top-level domain begins with a digit.
    return text.length() <= LONGEST
        && NAME.matcher(text).matches()
        && !ADDRESS_LIKE.matcher(text).matches();
  }

  /** A name of at least two labels, like every registered domain. */
  static HostName domain(ContextKey key, String text) {
    if (!isOne(text) || !text.contains(".")) {
      throw key.must("be a domain name in lower case, without scheme, port or path", text);
    }
    return new HostName(text);
  }

  /** A domain that is not a public suffix, because browsers drop cookies for a public suffix. */
  public static HostName ownDomain(ContextKey key, String text) {
    var name = domain(key, text);
    if (name.isPublicSuffix() || name.isOfAws()) {
      throw key.must("be a domain of your own, not a public suffix and not one of AWS", name);
    }
    return name;
  }

  /** The same, with or without a leading dot, which old cookies had. */
  public static HostName cookieDomain(String text) {
    return ownDomain(ContextKey.COOKIE_DOMAIN, text.startsWith(".") ? text.substring(1) : text);
  }

  /** Whether it is certain at synthesis that the name is neither the domain nor below it. */
  boolean isOutside(HostName domain) {
    return isKnown() && domain.isKnown() && !isInside(domain);
  }

  /** Whether the value is known at synthesis. */
  boolean isKnown() {
    return !Unresolved.isIn(value);
  }

  /**
   * Whether this name is the domain or below it: {@code notexample.com} is not in {@code
   * example.com}.
   */
  private boolean isInside(HostName domain) {
    return value.equals(domain.value) || value.endsWith("." + domain.value);
  }

  /**
   * Whether the name always means this machine (RFC 6761), so that no certificate can exist for it.
   */
  boolean isLocal() {
    return isInside(new HostName("localhost"));
  }

  /**
   * Whether AWS assigns the name, so that this project can get neither a certificate nor a cookie
   * for it.
   */
  boolean isOfAws() {
    return OF_AWS.stream().anyMatch(zone -> isInside(new HostName(zone)));
  }

  /** The registrable domain of this name. */
  HostName around() {
    return new HostName(site());
  }

  /**
   * The site of this name for browsers: the registrable domain, or the name itself if there is
   * none.
   */
  String site() {
    var name = InternetDomainName.from(value);
    if (name.isUnderPublicSuffix()) {
      return name.topPrivateDomain().toString();
    }
    var labels = name.parts();
    return name.isPublicSuffix() || labels.size() < 2
        ? value
        : String.join(".", labels.subList(labels.size() - 2, labels.size()));
  }

  /** Whether the name is a public suffix, for which browsers refuse cookies. */
  boolean isPublicSuffix() {
    return InternetDomainName.from(value).isPublicSuffix();
  }

  @Override
  public String toString() {
    return value;
  }
}
