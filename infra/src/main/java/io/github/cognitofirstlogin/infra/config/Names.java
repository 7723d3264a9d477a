package io.github.cognitofirstlogin.infra.config;

/** How a sentence names a choice to the person who made it. */
public enum Names {
  /** They typed a key of CDK context. */
  CONTEXT {
    @Override
    public String of(ContextKey key) {
      return "context '%s'".formatted(key.key());
    }

    @Override
    String example(ContextKey key, String value) {
      return " (example: %s)".formatted(OneLine.of(value));
    }

    @Override
    String examplePair(ContextKey key) {
      return " (example: %s=%s)".formatted(key.key(), OneLine.of(key.example()));
    }
  },
  /** They called a method of the builder of {@code FirstLoginProps}. */
  METHODS {
    @Override
    public String of(ContextKey key) {
      return key.inJava();
    }

    /** Where the method takes another type than text, the type says what is possible. */
    @Override
    String example(ContextKey key, String value) {
      return key.isTextInJava() ? " (example: %s)".formatted(OneLine.of(value)) : "";
    }

    @Override
    String examplePair(ContextKey key) {
      return "";
    }
  };

  public abstract String of(ContextKey key);

  /** The end of a sentence that shows a right value. */
  abstract String example(ContextKey key, String value);

  /** The end of a sentence that shows a right value of another choice. */
  abstract String examplePair(ContextKey key);
}
