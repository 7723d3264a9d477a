package io.github.cognitofirstlogin.local;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes a context value as it is, when it is one. */
final class KeyValueConverter implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    if (text.indexOf('=') < 1) {
      throw new TypeConversionException("must be KEY=VALUE, got '" + text + "'");
    }
    return text;
  }
}
