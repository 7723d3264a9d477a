package io.github.cognitofirstlogin.auth;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lambda's real runtime client, as the arguments of a java command that runs a handler. */
final class RuntimeClient {
  private static final Path JAR = Path.of("function/target/function.jar");

  private static final String NATIVE =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private RuntimeClient() {}

  /**
   * @param directory the place for the client's native part; by default the client writes it to a
   *     fixed file in /tmp, which another user of the machine may own
   */
  static List<String> arguments(Path directory, Class<?> handler) throws IOException {
    return List.of(
        "-D" + NATIVE + "=" + nativePart(directory),
        "-cp",
        JAR + File.pathSeparator + jars(),
        AWSLambda.class.getName(),
        handler.getName() + "::handleRequest");
  }

  private static Path nativePart(Path directory) throws IOException {
    Path copy = directory.resolve("client.so");
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String resource = "/jni/libaws-lambda-jni.linux-%s.so".formatted(architecture);
    try (InputStream library = AWSLambda.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(library), copy);
    }
    return copy;
  }

  /** The client's own jars from the tests' class path. */
  private static String jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> jar.contains("aws-lambda-java-"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
