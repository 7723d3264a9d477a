package io.github.cognitofirstlogin.auth;

import io.github.cognitofirstlogin.leaks.Watch;

/** A Lambda context that keeps the log lines. */
final class LocalContext extends RehearsalContext {
  private final StringBuffer log;
  private final int remainingMillis;

  LocalContext() {
    this(15_000);
  }

  LocalContext(int remainingMillis) {
    this(remainingMillis, new StringBuffer());
  }

  private LocalContext(int remainingMillis, StringBuffer log) {
    super(
        line -> {
          log.append(line);
          Watch.current().logged(line);
        });
    this.log = log;
    this.remainingMillis = remainingMillis;
  }

  String log() {
    return log.toString();
  }

  @Override
  public String getAwsRequestId() {
    return "lambda-request-id";
  }

  @Override
  public String getFunctionName() {
    return "function";
  }

  @Override
  public int getRemainingTimeInMillis() {
    return remainingMillis;
  }
}
