package io.github.cognitofirstlogin.userpool.faults;

import java.util.Arrays;
import java.util.List;

/** The classes of HTTP statuses for a caller of Cognito. Cognito itself uses 200, 400 and 500. */
public enum StatusClass {
  INFORMATION("1xx"),
  SUCCESS("200"),
  OTHER_SUCCESS("2xx but 200"),
  REDIRECTION("3xx"),
  REFUSAL("4xx"),
  FAULT("5xx");

  private final String text;

  StatusClass(String text) {
    this.text = text;
  }

  static StatusClass of(int status) {
    return Arrays.stream(values())
        .filter(each -> each.statuses().contains(status))
        .findFirst()
        .orElseThrow();
  }

  List<Integer> statuses() {
    return switch (this) {
      case INFORMATION -> List.of(102, 103, 199);
      case SUCCESS -> List.of(200);
      case OTHER_SUCCESS -> List.of(201, 202, 203, 204, 206, 299);
      case REDIRECTION -> List.of(300, 301, 302, 303, 304, 307, 308, 399);
      case REFUSAL ->
          List.of(
              400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 413, 421, 425, 429, 431, 451, 499);
      case FAULT -> List.of(500, 501, 502, 503, 504, 507, 511, 599);
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
