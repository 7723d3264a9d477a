package io.github.cognitofirstlogin.trim;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/**
 * The classes whose names stand in no class that is needed, not even in a string: neither a call
 * nor reflection can ask for them.
 */
final class Unmentioned {
  /** Ours, and what Lambda's runtime client or the JDK asks for. */
  private static final List<String> ROOTS =
      List.of("io/github/cognitofirstlogin/", "com/amazonaws/", "org/crac/", "org/slf4j/");

  private static final String SERVICES = "META-INF/services/";
  private static final int UTF8 = 1;
  private static final Pattern NAME = Pattern.compile("[\\w$]+/[\\w/$]+");

  private final Jar jar;
  private final Set<String> needed = new HashSet<>();
  private final Deque<String> unread = new ArrayDeque<>();

  private Unmentioned(Jar jar) {
    this.jar = jar;
  }

  static void removeFrom(Jar jar) throws IOException {
    Set<String> needed = new Unmentioned(jar).needed();
    for (String name : jar.classes()) {
      if (!needed.contains(name)) {
        jar.remove(name);
      }
    }
  }

  private Set<String> needed() throws IOException {
    for (String name : jar.classes()) {
      if (ROOTS.stream().anyMatch(name::startsWith)) {
        need(name);
      }
    }
    jar.files()
        .forEach(
            (name, bytes) -> {
              if (name.startsWith(SERVICES)) {
                needAllIn(new String(bytes, StandardCharsets.UTF_8));
              }
            });
    while (!unread.isEmpty()) {
      read(unread.remove());
    }
    return needed;
  }

  private void need(String name) {
    if (jar.holds(name) && needed.add(name)) {
      unread.add(name);
    }
  }

  /** Every string of the constant pool: names, descriptors and literals are all there. */
  private void read(String name) throws IOException {
    byte[] bytes = jar.bytes(name);
    ClassReader reader = new ClassReader(bytes);
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item);
      if (offset > 0 && reader.readByte(offset - 1) == UTF8) {
        needAllIn(
            new DataInputStream(new ByteArrayInputStream(bytes, offset, bytes.length - offset))
                .readUTF());
      }
    }
  }

  private void needAllIn(String text) {
    Matcher names = NAME.matcher(text.replace('.', '/'));
    while (names.find()) {
      String name = names.group();
      need(name);
      // In a descriptor the name comes after an L, and that after other types.
      int slash = name.indexOf('/');
      for (int i = name.indexOf('L'); i >= 0 && i < slash; i = name.indexOf('L', i + 1)) {
        need(name.substring(i + 1));
      }
    }
  }
}
