package io.github.cognitofirstlogin.admin;

import java.io.IOException;
import picocli.CommandLine;
import software.amazon.awssdk.core.exception.SdkException;

/** The exit code of a command that failed. The command prints the reason as a line on stderr. */
final class ExitCode {
  static final int FAILED = 1;
  private static final int MISUSED = 2;

  private ExitCode() {}

  static int misused(CommandLine.ParameterException misuse, String[] arguments) {
    misuse.getCommandLine().getErr().println(misuse.getMessage());
    return MISUSED;
  }

  static int of(Exception failure, CommandLine commandLine, CommandLine.ParseResult arguments)
      throws Exception {
    if (failure instanceof Misuse) {
      commandLine.getErr().println(failure.getMessage());
      return MISUSED;
    }
    if (failure instanceof SdkException refused) {
      commandLine.getErr().println(Failure.of(refused).reason());
      return FAILED;
    }
    if (failure instanceof CannotStart || failure instanceof IOException) {
      commandLine.getErr().println(failure.getMessage());
      return FAILED;
    }
    throw failure;
  }
}
