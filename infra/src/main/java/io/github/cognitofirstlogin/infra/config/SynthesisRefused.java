package io.github.cognitofirstlogin.infra.config;

import java.util.function.Function;

/** A mistake of the deployer. The message is one sentence for the deployer. */
public final class SynthesisRefused extends RuntimeException {
  private final transient Function<Names, String> sentence;

  public SynthesisRefused(String sentence) {
    this(names -> sentence);
  }

  public SynthesisRefused(Function<Names, String> sentence) {
    super(sentence.apply(Names.CONTEXT), null, false, false);
    this.sentence = sentence;
  }

  /** The sentence, with the names that the deployer used. */
  public String with(Names names) {
    return sentence.apply(names);
  }
}
