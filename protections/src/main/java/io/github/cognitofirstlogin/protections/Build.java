package io.github.cognitofirstlogin.protections;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles the modules with Maven and reads the class paths of their tests. */
record Build(Path root) {
  void of(Collection<Module> modules) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            wrapper(root),
            "-B",
            "-q",
            "-ntp",
            "-am",
            "-pl",
            modules.stream().map(Module::directory).collect(Collectors.joining(",")),
            "test-compile",
            "dependency:build-classpath",
            "-Dmdep.outputFile=" + Module.CLASS_PATH);
    Process maven = new ProcessBuilder(command).directory(root.toFile()).inheritIO().start();
    if (maven.waitFor() != 0) {
      throw new IllegalStateException("the modules do not build");
    }
  }

  static String wrapper(Path root) {
    return root.resolve(File.separatorChar == '\\' ? "mvnw.cmd" : "mvnw").toString();
  }
}
