package io.github.cognitofirstlogin.infra;

/** What the person who deploys has to put right; the message is one sentence written for them. */
final class SynthesisRefused extends RuntimeException {
  SynthesisRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
