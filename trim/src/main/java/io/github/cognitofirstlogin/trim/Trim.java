package io.github.cognitofirstlogin.trim;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the jar that is deployed out of the one that has everything. */
public final class Trim {
  private Trim() {}

  /** Reads the jar that the first argument names, and writes the one that the second names. */
  public static void main(String[] arguments) throws IOException {
    Jar jar = Jar.read(Path.of(arguments[0]));
    UncalledOperations.removeFrom(jar);
    Unmentioned.removeFrom(jar);
    Lambdas.replaceIn(jar);
    jar.write(Path.of(arguments[1]));
  }
}
