package io.github.cognitofirstlogin.infra.config;

/** The names of settings in sentences for the deployer. */
public enum Names {
  /** The names for a deployer who uses CDK context. */
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
  /** The names for a deployer who uses the builder of {@code FirstLoginProps}. */
  METHODS {
    @Override
    public String of(ContextKey key) {
      return key.inJava();
    }

    /** If the method's argument is not a string, its type shows the possible values. */
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

  /** The end of a sentence, with a valid example. */
  abstract String example(ContextKey key, String value);

  /** The end of a sentence, with a valid example of another setting. */
  abstract String examplePair(ContextKey key);
}
