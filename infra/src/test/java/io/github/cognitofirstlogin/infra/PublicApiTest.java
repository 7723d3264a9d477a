package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cognitofirstlogin.auth.contract.SameSite;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** infra/api.txt lists the public API for other teams' apps. */
class PublicApiTest {
  private static final Path LISTING = Path.of("infra", "api.txt");

  @Test
  void nothingThatAppsCompileAgainstHasGone() throws IOException {
    assertThat(api())
        .as(
            "A line of infra/api.txt is no longer true: an app that uses it does not compile with"
                + " this version. Keep the old signature beside the new one. If it must go, raise"
                + " the version of the project, tell the change in CHANGELOG.md, and replace the"
                + " line by the new signature")
        .containsAll(listed());
  }

  @Test
  void everythingThatAppsCompileAgainstIsListed() throws IOException {
    assertThat(listed())
        .as(
            "The construct has a new signature that infra/api.txt does not list. Add the line, so"
                + " that this test keeps the signature from now on; or make it package-private")
        .containsAll(api());
  }

  private static List<String> listed() throws IOException {
    return Files.readAllLines(LISTING).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static List<String> api() {
    var ofInfra =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.cognitofirstlogin.infra")
                .stream()
                // The package config is internal, so no method of the builder uses its types.
                .filter(each -> each.getPackageName().equals(FirstLogin.class.getPackageName()))
                .map(JavaClass::reflect)
                .filter(PublicApiTest::isPublic);
    return Stream.concat(ofInfra, Stream.of(SameSite.class))
        .flatMap(PublicApiTest::signatures)
        .distinct()
        .sorted()
        .toList();
  }

  /** Together with each enclosing class. */
  private static boolean isPublic(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getEnclosingClass)
        .allMatch(each -> Modifier.isPublic(each.getModifiers()));
  }

  private static Stream<String> signatures(Class<?> type) {
    return Stream.of(
            Stream.of(type.getConstructors()).map(PublicApiTest::signature),
            Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .map(PublicApiTest::signature),
            Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(PublicApiTest::signature))
        .flatMap(each -> each);
  }

  private static String signature(Constructor<?> constructor) {
    return "new %s(%s)".formatted(constructor.getName(), parameters(constructor));
  }

  private static String signature(Method method) {
    return "%s%s %s.%s(%s)"
        .formatted(
            Modifier.isStatic(method.getModifiers()) ? "static " : "",
            method.getGenericReturnType().getTypeName(),
            method.getDeclaringClass().getName(),
            method.getName(),
            parameters(method));
  }

  private static String signature(Field field) {
    return "%s %s.%s"
        .formatted(
            field.getGenericType().getTypeName(),
            field.getDeclaringClass().getName(),
            field.getName());
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getGenericParameterTypes())
        .map(type -> type.getTypeName())
        .collect(Collectors.joining(", "));
  }
}
