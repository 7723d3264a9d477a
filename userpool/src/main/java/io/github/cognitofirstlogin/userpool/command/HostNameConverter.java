package io.github.cognitofirstlogin.userpool.command;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a host name from the command line. */
final class HostNameConverter implements ITypeConverter<String> {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  @Override
  public String convert(String text) {
    if (NAME.matcher(text).matches()) {
      return text;
    }
    throw new TypeConversionException(
        "must be a host name without a port, such as host.docker.internal, got '" + text + "'");
  }
}
