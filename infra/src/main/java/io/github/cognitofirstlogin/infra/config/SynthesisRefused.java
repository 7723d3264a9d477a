package io.github.cognitofirstlogin.infra.config;

import java.util.function.Function;

/** What the person who deploys has to put right; the message is one sentence written for them. */
public final class SynthesisRefused extends RuntimeException {
  private final transient Function<Names, String> sentence;

  public SynthesisRefused(String sentence) {
    this(names -> sentence);
  }

  public SynthesisRefused(Function<Names, String> sentence) {
    super(sentence.apply(Names.CONTEXT), null, false, false);
    this.sentence = sentence;
  }

  /** The sentence for a person who made the choices by these names. */
  public String with(Names names) {
    return sentence.apply(names);
  }
}
