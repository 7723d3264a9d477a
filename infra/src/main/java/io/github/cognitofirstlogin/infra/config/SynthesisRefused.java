package io.github.cognitofirstlogin.infra.config;

/** What the person who deploys has to put right; the message is one sentence written for them. */
public final class SynthesisRefused extends RuntimeException {
  public SynthesisRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
