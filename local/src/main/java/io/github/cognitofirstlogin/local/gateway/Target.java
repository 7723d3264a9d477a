package io.github.cognitofirstlogin.local.gateway;

/** A request's target, split but not decoded. */
record Target(String path, String query) {

  /** Also takes the absolute form, which a server must accept as the path behind its host. */
  static Target parse(String target) {
    var relative = target.startsWith("/") ? target : withoutAuthority(target);
    var mark = relative.indexOf('?');
    return mark < 0
        ? new Target(relative, "")
        : new Target(relative.substring(0, mark), relative.substring(mark + 1));
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
