package io.github.cognitofirstlogin.userpool.command;

import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --allow-host} of every command that runs a user pool. */
public final class AllowedHosts {
  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      converter = HostNameConverter.class,
      description =
          "Another host name that the user pool accepts, beside those of this machine. May be"
              + " repeated.")
  private List<String> names = List.of();

  public List<String> names() {
    return names;
  }
}
