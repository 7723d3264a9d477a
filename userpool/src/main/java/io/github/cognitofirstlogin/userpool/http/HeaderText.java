package io.github.cognitofirstlogin.userpool.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of header values. The server reads each byte as one character. */
public final class HeaderText {

  private HeaderText() {}

  /** Decodes the bytes as UTF-8 if they are valid UTF-8. */
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

  /** Removes the optional whitespace of RFC 9110 at both ends: space and tab, and nothing else. */
  public static String trimmed(String value) {
    return value.replaceAll("^[ \t]+|[ \t]+$", "");
  }
}
