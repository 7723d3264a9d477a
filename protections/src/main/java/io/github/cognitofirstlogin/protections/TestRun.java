package io.github.cognitofirstlogin.protections;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The process that {@link Trial} starts. The process compiles sources into the first directory of
 * the class path, runs tests, and writes the failed ones to a file.
 */
final class TestRun {
  private TestRun() {}

  /**
   * The arguments are the directory, the file for the failures, the number of sources, the sources,
   * and the tests as {@code class#method}.
   */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    int tests = 3 + Integer.parseInt(arguments[2]);
    compile(Path.of(arguments[0]), Arrays.asList(arguments).subList(3, tests));
    List<DiscoverySelector> selected = new ArrayList<>();
    for (String test : Arrays.asList(arguments).subList(tests, arguments.length)) {
      selected.add(selectMethod(method(test).getDeclaringClass(), method(test)));
    }
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selected).build();
    Failures failures = new Failures(new ArrayList<>());
    LauncherFactory.create().execute(request, failures);
    Files.write(Path.of(arguments[1]), failures.tests());
    // Ends threads that a test has left running.
    System.exit(0);
  }

  private static void compile(Path classes, List<String> sources) {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d"));
    options.add(classes.toString());
    options.addAll(sources);
    if (compiler.run(null, null, null, options.toArray(String[]::new)) != 0) {
      System.exit(1);
    }
  }

  private static Method method(String test) throws ClassNotFoundException {
    String[] parts = test.split("#", -1);
    // The class is not initialized here, so that a failing initializer is a failing test.
    Class<?> type = Class.forName(parts[0], false, TestRun.class.getClassLoader());
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(parts[1]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no test " + test));
  }

  /** A parameterized test fails once, however many of its cases fail. */
  private record Failures(List<String> tests) implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() != TestExecutionResult.Status.FAILED) {
        return;
      }
      test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .map(source -> simpleName(source.getClassName()) + "." + source.getMethodName())
          .ifPresent(tests::add);
    }

    private static String simpleName(String type) {
      return type.substring(type.lastIndexOf('.') + 1);
    }
  }
}
