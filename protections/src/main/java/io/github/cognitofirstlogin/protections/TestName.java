package io.github.cognitofirstlogin.protections;

/** A test by its class's simple name and its method. */
record TestName(String type, String method) {
  static TestName parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("not the name of a test: " + text);
    }
    return new TestName(parts[0], parts[1]);
  }

  @Override
  public String toString() {
    return type + "." + method;
  }
}
