package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Checks docs/construct.md. .ci/construct.mjs runs its commands. */
class DocumentedConstructTest {
  private static final Pattern FILE =
      Pattern.compile("`(?<name>\\S+)`:\n\n```\\w+\n(?<content>.*?)```\n", Pattern.DOTALL);
  private static final Pattern METHOD = Pattern.compile("`(\\w+)\\(?\\)?`");

  @TempDir private Path app;

  @Test
  void appOfThePageCompilesWithWhatIsPublicAndHasTheFirstLogin() throws Exception {
    for (var file : FILE.matcher(page()).results().toList()) {
      var path = app.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(2));
    }
    var jar = Files.createFile(app.resolve("function.jar"));

    try (var classes = new URLClassLoader(new URL[] {compiled().toUri().toURL()})) {
      var stack =
          classes
              .loadClass("com.example.orders.OrdersStack")
              .getConstructor(Construct.class, String.class, Path.class);
      var template =
          Others.templates(
                  app -> {
                    try {
                      assertThat(stack.newInstance(app, "Orders", jar)).isInstanceOf(Stack.class);
                    } catch (ReflectiveOperationException e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .get(0);

      assertThat(template.at("/Resources"))
          .anySatisfy(
              resource ->
                  assertThat(resource.at("/Properties/RouteKey").asText()).isEqualTo("GET /orders"))
          .anySatisfy(
              resource ->
                  assertThat(resource.at("/Properties/RouteKey").asText()).isEqualTo("POST /login"))
          .anySatisfy(
              resource ->
                  assertThat(resource.at("/Properties/Name").asText())
                      .isEqualTo("Orders/Customers"));
      assertThat(template.at("/Outputs/ApiUrl").isMissingNode()).isFalse();
    }
  }

  @Test
  void everyAccessorIsInTheTable() throws IOException {
    var accessors =
        Arrays.stream(FirstLogin.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(method -> method.getName())
            .collect(Collectors.toSet());

    assertThat(firstColumn("## What the construct gives back")).isEqualTo(accessors);
  }

  @Test
  void everyMethodOfTheTableIsOneOfTheBuilder() throws IOException {
    var methods =
        Arrays.stream(FirstLoginProps.Builder.class.getMethods())
            .map(method -> method.getName())
            .collect(Collectors.toSet());

    assertThat(methods).containsAll(firstColumn("## The properties"));
  }

  private Path compiled() throws IOException {
    var classes = Files.createDirectory(app.resolve("classes"));
    List<Path> sources;
    try (var files = Files.walk(app.resolve("src"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of(
              "--release",
              "17",
              "-Xlint:all,-processing,-classfile",
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      var units = manager.getJavaFileObjectsFromPaths(sources);
      assertThat(compiler.getTask(said, manager, null, options, null, units).call())
          .as(said.toString())
          .isTrue();
    }
    assertThat(said.toString()).isEmpty();
    return classes;
  }

  private static Set<String> firstColumn(String heading) throws IOException {
    var names = new ArrayList<String>();
    page()
        .split(heading + "\n")[1]
        .split("\n## ")[0]
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" \\| ")[0])
        .forEach(cell -> METHOD.matcher(cell).results().forEach(name -> names.add(name.group(1))));
    return Set.copyOf(names);
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs", "construct.md"));
  }
}
