package io.github.cognitofirstlogin.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The files of this repository: the operations that they use, and the lines that name a part of the
 * model.
 */
final class Checkout {
  private static final Pattern TEXT =
      Pattern.compile(".*\\.(java|js|mjs|json|csv|yaml|md|txt|html|py)");

  /** Generated files, and the changelog, which is about the past. */
  private static final Set<String> SKIPPED =
      Set.of(".git", "target", "node_modules", "cdk.out", "CHANGELOG.md");

  private static final String SDK = "software.amazon.awssdk.services.cognitoidentityprovider";
  private static final Pattern ORIGIN = Pattern.compile("botocore ([0-9]+(\\.[0-9]+)+)");

  private final Map<String, List<String>> files = new TreeMap<>();

  private Checkout() {}

  static Checkout at(Path root) throws IOException {
    var checkout = new Checkout();
    // This module and its tests name every part of the model that may change.
    var itself = root.resolve("proof").resolve("drift");
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(itself) || isSkipped(directory)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()
                && !isSkipped(file)
                && TEXT.matcher(file.getFileName().toString()).matches()) {
              var name = root.relativize(file).toString().replace('\\', '/');
              checkout.files.put(name, Files.readAllLines(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return checkout;
  }

  private static boolean isSkipped(Path path) {
    return SKIPPED.contains(path.getFileName().toString());
  }

  /** The version of botocore whose model the user pool uses. */
  String pinnedVersion() throws CannotCompare {
    var origin = pinnedModel().path("origin").asText();
    var version = ORIGIN.matcher(origin);
    if (!version.find()) {
      throw new CannotCompare("service-model.json names no version of botocore as its origin.");
    }
    return version.group(1);
  }

  /**
   * The operations of {@code known} that main code calls with the SDK, and all operations of the
   * user pool.
   */
  SortedSet<String> operationsInUse(Collection<String> known) throws CannotCompare {
    var inUse = calledWithTheSdk(known);
    inUse.addAll(ServiceModel.names(pinnedModel().path("operations")));
    return inUse;
  }

  SortedSet<String> calledWithTheSdk(Collection<String> known) {
    var callers =
        files.entrySet().stream()
            .filter(file -> file.getKey().contains("src/main/java/"))
            .map(file -> String.join("\n", file.getValue()))
            .filter(source -> source.contains(SDK))
            .collect(Collectors.joining("\n"));
    var called = new TreeSet<String>();
    for (var operation : known) {
      var method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
      if (named(operation + "Request").matcher(callers).find()
          || Pattern.compile("\\." + method + "\\(").matcher(callers).find()) {
        called.add(operation);
      }
    }
    return called;
  }

  /** The places of a name as a whole word: a file and its lines, as in {@code A.java:3, 14}. */
  List<String> linesNaming(Collection<String> names) {
    var found = new ArrayList<String>();
    files.forEach(
        (file, lines) -> {
          var numbers =
              IntStream.range(0, lines.size())
                  .filter(i -> names.stream().anyMatch(name -> isNamed(name, lines.get(i))))
                  .mapToObj(i -> String.valueOf(i + 1))
                  .collect(Collectors.joining(", "));
          if (!numbers.isEmpty()) {
            found.add(file + ":" + numbers);
          }
        });
    return found;
  }

  private static boolean isNamed(String name, String line) {
    // Most lines end here, so this check comes first.
    return line.contains(name) && named(name).matcher(line).find();
  }

  private static Pattern named(String name) {
    return Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_])");
  }

  private JsonNode pinnedModel() throws CannotCompare {
    var models =
        files.entrySet().stream()
            .filter(file -> file.getKey().contains("src/main/resources/"))
            .filter(file -> file.getKey().endsWith("/service-model.json"))
            .toList();
    if (models.size() != 1) {
      throw new CannotCompare(
          "There must be one service-model.json in main resources, and there are "
              + models.size()
              + ".");
    }
    try {
      return new ObjectMapper().readTree(String.join("\n", models.get(0).getValue()));
    } catch (IOException e) {
      throw new CannotCompare(models.get(0).getKey() + " is not JSON.");
    }
  }
}
