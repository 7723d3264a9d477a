package io.github.cognitofirstlogin.auth.cognito;

import java.io.IOException;

/** No byte of the request's body was sent, so the operation cannot have taken place. */
final class NotSent extends IOException {
  private static final long serialVersionUID = 1L;

  NotSent(Exception cause) {
    super("the request was not sent", cause);
  }
}
