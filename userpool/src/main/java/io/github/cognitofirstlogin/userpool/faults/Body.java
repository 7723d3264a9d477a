package io.github.cognitofirstlogin.userpool.faults;

/** The body of an answer. */
public enum Body {
  TRUE("the true answer"),
  TRUE_COMPRESSED("the true answer, compressed"),
  TRUE_WITH_MORE("the true answer with unknown members"),
  OBJECT("an object"),
  MESSAGE("an object with a message"),
  ARRAY("an array"),
  PAGE("a page"),
  GARBAGE("garbage"),
  EMPTY("nothing");

  private final String text;

  Body(String text) {
    this.text = text;
  }

  boolean isTrue() {
    return name().startsWith("TRUE");
  }

  @Override
  public String toString() {
    return text;
  }
}
