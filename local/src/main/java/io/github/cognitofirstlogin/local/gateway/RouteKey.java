package io.github.cognitofirstlogin.local.gateway;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * API Gateway's name for a route, such as {@code POST /login}, {@code ANY /files/{proxy+}} or
 * {@code $default}. It matches requests.
 */
public record RouteKey(String text) {

  /**
   * The more exact route comes first: static segments, then variables, then the greedy variable,
   * then any.
   */
  static final Comparator<RouteKey> MOST_EXACT_FIRST =
      Comparator.comparing(RouteKey::isDefault)
          .thenComparing(RouteKey::isGreedy)
          .thenComparing(RouteKey::shape)
          .thenComparing(RouteKey::isAnyMethod);

  private static final String DEFAULT = "$default";
  private static final Pattern SYNTAX =
      Pattern.compile("(ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /\\S*");

  public RouteKey {
    if (!text.equals(DEFAULT) && !SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a route key");
    }
  }

  /** The path's variables if this route serves the request. Paths are compared without decoding. */
  Optional<Map<String, String>> match(String method, String path) {
    if (isDefault()) {
      return Optional.of(Map.of());
    }
    if (!isAnyMethod() && !method.equals(method())) {
      return Optional.empty();
    }
    return variables(segments(path));
  }

  private Optional<Map<String, String>> variables(List<String> actual) {
    var template = segments(text.substring(text.indexOf(' ') + 1));
    var variables = new LinkedHashMap<String, String>();
    for (var i = 0; i < template.size(); i++) {
      var expected = template.get(i);
      if (i >= actual.size()) {
        return Optional.empty();
      } else if (expected.endsWith("+}")) {
        var rest = String.join("/", actual.subList(i, actual.size()));
        variables.put(expected.substring(1, expected.length() - 2), PercentEncoding.decode(rest));
        return rest.isEmpty() ? Optional.empty() : Optional.of(variables);
      } else if (expected.startsWith("{") && !actual.get(i).isEmpty()) {
        variables.put(
            expected.substring(1, expected.length() - 1), PercentEncoding.decode(actual.get(i)));
      } else if (!expected.equals(actual.get(i))) {
        return Optional.empty();
      }
    }
    return template.size() == actual.size() ? Optional.of(variables) : Optional.empty();
  }

  private boolean isDefault() {
    return text.equals(DEFAULT);
  }

  private boolean isAnyMethod() {
    return method().equals("ANY");
  }

  private boolean isGreedy() {
    return text.endsWith("+}");
  }

  private String method() {
    return isDefault() ? "ANY" : text.substring(0, text.indexOf(' '));
  }

  /** Sorts a static segment before a variable at the same place, and a longer path first. */
  private String shape() {
    var shape = new StringBuilder();
    segments(text).forEach(segment -> shape.append(segment.startsWith("{") ? 'v' : 's'));
    return shape.append('~').toString();
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
