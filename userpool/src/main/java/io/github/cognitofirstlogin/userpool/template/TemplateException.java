package io.github.cognitofirstlogin.userpool.template;

/** The template needs something that the local run cannot do. The message says what and where. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TemplateException(String message) {
    super(message);
  }
}
