package io.github.cognitofirstlogin.userpool.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of header values, which this server takes from the wire a character a byte. */
public final class HeaderText {

  private HeaderText() {}

  /** The bytes as UTF-8, where they are that; a character that takes several bytes is one then. */
  public static String utf8(String value) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return value;
    }
  }

  /** Without the optional whitespace of RFC 9110 at either end: space and tab, nothing else. */
  public static String trimmed(String value) {
    return value.replaceAll("^[ \t]+|[ \t]+$", "");
  }
}
