package io.github.cognitofirstlogin.local.gateway;

import java.util.Map;
import java.util.TreeMap;

/** A request's target, split but not decoded. */
record Target(String path, String query) {

  /** Also accepts the absolute form, which a server must treat like the path after the host. */
  static Target parse(String target) {
    var relative = target.startsWith("/") ? target : withoutAuthority(target);
    var mark = relative.indexOf('?');
    return mark < 0
        ? new Target(relative, "")
        : new Target(relative.substring(0, mark), relative.substring(mark + 1));
  }

  /** The query, decoded; values of the same name are joined by commas. */
  Map<String, String> parameters() {
    var parameters = new TreeMap<String, String>();
    for (var pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        var equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.merge(
            PercentEncoding.decodeForm(name),
            PercentEncoding.decodeForm(value),
            (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }

  private static String withoutAuthority(String target) {
    var scheme = target.indexOf("://");
    if (scheme < 0) {
      return target;
    }
    var path = target.indexOf('/', scheme + "://".length());
    return path < 0 ? "/" : target.substring(path);
  }
}
