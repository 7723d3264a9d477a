package io.github.cognitofirstlogin.userpool;

import java.util.Optional;

/** Where AWS was seen to answer as a row of the contract says, or the question that is left. */
sealed interface Witness {

  /** How the answer of AWS became known. */
  enum Kind {
    RECORDED("recorded from AWS"),
    ASSERTED("asserted by a test that its authors run against AWS"),
    PROBED("written down after calls to AWS"),
    PRODUCTION("in code or logs of production"),
    DOCUMENTED("documented by AWS");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** AWS was seen to answer so. */
  record Seen(Kind kind, String source, Optional<String> date) implements Witness {
    @Override
    public String text() {
      return kind.words + ": " + source + date.map(day -> ", " + day).orElse("");
    }
  }

  /** AWS is known to answer otherwise, and this pool keeps its own answer. */
  record Differs(String how, Seen seen) implements Witness {
    @Override
    public String text() {
      return how + " (" + seen.text() + ")";
    }
  }

  /** A question that only a real account can answer. */
  record Open(String question) implements Witness {
    @Override
    public String text() {
      return "open: " + question;
    }
  }

  /** The witness as the page for people shows it. */
  String text();

  static Seen seen(Kind kind, String source) {
    return new Seen(kind, source, Optional.empty());
  }

  static Seen seen(Kind kind, String source, String date) {
    return new Seen(kind, source, Optional.of(date));
  }

  /** A page of the developer guide of Amazon Cognito. */
  static Seen guide(String page) {
    return seen(
        Kind.DOCUMENTED, "https://docs.aws.amazon.com/cognito/latest/developerguide/" + page);
  }

  /** An operation or a data type of the API reference of Amazon Cognito user pools. */
  static Seen reference(String name) {
    return seen(
        Kind.DOCUMENTED,
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_"
            + name
            + ".html");
  }

  /** A text that callers of AWS match or that they logged. */
  static Seen callers() {
    return seen(Kind.PRODUCTION, "public code and logs of callers of AWS");
  }

  static Differs differs(String how, Seen seen) {
    return new Differs(how, seen);
  }

  static Open open(String question) {
    return new Open(question);
  }
}
