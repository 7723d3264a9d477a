package io.github.cognitofirstlogin.userpool.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port from the command line. */
public final class PortConverter implements ITypeConverter<Integer> {

  private static final int LAST = 65_535;

  @Override
  public Integer convert(String text) {
    try {
      var port = Integer.parseInt(text);
      if (port >= 0 && port <= LAST) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Throws below, with the same text as for a number that is not a port.
    }
    throw new TypeConversionException("must be a port from 0 to " + LAST + ", got '" + text + "'");
  }
}
