package io.github.cognitofirstlogin.local;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Accepts a context value that has the form {@code key=value}. */
final class KeyValueConverter implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    if (text.indexOf('=') < 1) {
      throw new TypeConversionException("must be KEY=VALUE, got '" + text + "'");
    }
    return text;
  }
}
