package io.github.cognitofirstlogin.local.distribution;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cache behavior: its path pattern and its origin. */
public record Behavior(Pattern paths, Set<String> methods, Origin origin) {

  public Behavior {
    methods = Set.copyOf(methods);
  }

  /** In CloudFront's patterns {@code *} means any characters and {@code ?} means one. */
  public static Behavior of(String pathPattern, Set<String> methods, Origin origin) {
    var absolute = pathPattern.startsWith("/") ? pathPattern : "/" + pathPattern;
    var regex =
        Stream.of(absolute.split("(?<=[*?])|(?=[*?])"))
            .map(
                part ->
                    switch (part) {
                      case "*" -> ".*";
                      case "?" -> ".";
                      default -> Pattern.quote(part);
                    })
            .collect(Collectors.joining());
    return new Behavior(Pattern.compile(regex), methods, origin);
  }

  boolean fits(String path) {
    return paths.matcher(path).matches();
  }
}
