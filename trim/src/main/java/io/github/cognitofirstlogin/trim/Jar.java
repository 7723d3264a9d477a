package io.github.cognitofirstlogin.trim;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The files of a jar; when it is written, each has the time that its first entry had. */
record Jar(Map<String, byte[]> files, LocalDateTime time) {
  private static final String CLASS = ".class";

  static Jar read(Path path) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      for (ZipEntry entry : entries) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
      return new Jar(files, entries.get(0).getTimeLocal());
    }
  }

  void write(Path path) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }

  /** The internal names of its classes. */
  List<String> classes() {
    return files.keySet().stream()
        .filter(name -> name.endsWith(CLASS))
        .map(name -> name.substring(0, name.length() - CLASS.length()))
        .toList();
  }

  boolean holds(String className) {
    return files.containsKey(className + CLASS);
  }

  byte[] bytes(String className) {
    byte[] bytes = files.get(className + CLASS);
    if (bytes == null) {
      throw new IllegalArgumentException("no class " + className);
    }
    return bytes;
  }

  void put(String className, byte[] bytes) {
    files.put(className + CLASS, bytes);
  }

  void remove(String className) {
    files.remove(className + CLASS);
  }
}
