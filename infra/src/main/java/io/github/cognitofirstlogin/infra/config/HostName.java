package io.github.cognitofirstlogin.infra.config;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.regex.Pattern;

/** A DNS name in the one spelling browsers send it in: lower case, ASCII, no dot at the end. */
public record HostName(String value) {
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*" + LABEL);
  private static final Pattern ADDRESS_LIKE = Pattern.compile("(.*\\.)?[0-9][^.]*");
  private static final int LONGEST = 253;
  private static final List<String> OF_AWS =
      List.of("amazonaws.com", "amazonaws.com.cn", "amazoncognito.com", "cloudfront.net", "on.aws");

  static boolean isOne(String text) {
    // To browsers 1.2.3.4 and 0x7f.1 are addresses; no top-level domain begins with a digit.
    return text.length() <= LONGEST
        && NAME.matcher(text).matches()
        && !ADDRESS_LIKE.matcher(text).matches();
  }

  /** A name of at least two labels, as a domain that someone registered has. */
  static HostName domain(ContextKey key, String text) {
    if (!isOne(text) || !text.contains(".")) {
      throw key.must("be a domain name in lower case, without scheme, port or path", text);
    }
    return new HostName(text);
  }

  /** A domain of the deployer's own: browsers drop cookies of a domain that others share. */
  public static HostName ownDomain(ContextKey key, String text) {
    var name = domain(key, text);
    if (name.isPublicSuffix() || name.isOfAws()) {
      throw key.must("be a domain of your own, not a public suffix and not one of AWS", name);
    }
    return name;
  }

  /** The same, with or without the dot that old cookies had before it. */
  public static HostName cookieDomain(String text) {
    return ownDomain(ContextKey.COOKIE_DOMAIN, text.startsWith(".") ? text.substring(1) : text);
  }

  /** Whether this is known at synthesis not to be the domain and not to be below it. */
  boolean isOutside(HostName domain) {
    return isKnown() && domain.isKnown() && !isInside(domain);
  }

  /** Whether it is known at synthesis. */
  boolean isKnown() {
    return !Unresolved.isIn(value);
  }

  /**
   * Whether this is the domain or below it; {@code notexample.com} is not in {@code example.com}.
   */
  private boolean isInside(HostName domain) {
    return value.equals(domain.value) || value.endsWith("." + domain.value);
  }

  /** Whether the name can only be this machine's (RFC 6761): there is no certificate for it. */
  boolean isLocal() {
    return isInside(new HostName("localhost"));
  }

  /** Whether AWS hands the name out: neither a certificate nor a cookie of ours goes there. */
  boolean isOfAws() {
    return OF_AWS.stream().anyMatch(zone -> isInside(new HostName(zone)));
  }

  /** The largest domain that can be somebody's own and holds this name. */
  HostName around() {
    return new HostName(site());
  }

  /** What browsers take for one site: the registered domain, or what stands for one. */
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

  /**
   * Whether anyone may register a name directly below: browsers refuse cookies for such a domain.
   */
  boolean isPublicSuffix() {
    return InternetDomainName.from(value).isPublicSuffix();
  }

  @Override
  public String toString() {
    return value;
  }
}
