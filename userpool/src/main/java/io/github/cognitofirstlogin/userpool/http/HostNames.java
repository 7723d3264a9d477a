package io.github.cognitofirstlogin.userpool.http;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The host names that a request may have: the loopback names, and additional names. A web page can
 * make its own host name resolve to this machine (DNS rebinding); its requests then have that name.
 */
public record HostNames(List<String> others) {

  private static final Pattern THIS_MACHINE =
      Pattern.compile(
          "([a-z0-9-]+\\.)*localhost|127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|\\[::1]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  public HostNames {
    others = List.copyOf(others);
  }

  public static HostNames ofThisMachine() {
    return new HostNames(List.of());
  }

  public static HostNames ofThisMachineAnd(Collection<String> others) {
    return new HostNames(List.copyOf(others));
  }

  public boolean admit(Request request) {
    var host = PORT.matcher(request.header("Host").orElse("")).replaceFirst("");
    return THIS_MACHINE.matcher(host).matches()
        || others.stream().anyMatch(other -> other.equalsIgnoreCase(host));
  }
}
