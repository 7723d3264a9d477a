package io.github.cognitofirstlogin.userpool.http;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The hosts that a request may be for: those that are always this machine, and others by name. A
 * web page can have its own host name lead to this machine (DNS rebinding); its requests then carry
 * that name.
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
