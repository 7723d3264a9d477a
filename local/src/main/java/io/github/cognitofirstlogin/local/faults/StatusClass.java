package io.github.cognitofirstlogin.local.faults;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The statuses of HTTP by what they mean to a caller of Cognito, whose own are 200, 400 and 500.
 */
public enum StatusClass {
  INFORMATION("1xx", 102, 103, 199),
  SUCCESS("200", 200),
  OTHER_SUCCESS("2xx but 200", 201, 202, 203, 204, 206, 299),
  REDIRECTION("3xx", 300, 301, 302, 303, 304, 307, 308, 399),
  REFUSAL(
      "4xx", 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 413, 421, 425, 429, 431, 451, 499),
  FAULT("5xx", 500, 501, 502, 503, 504, 507, 511, 599);

  private final String text;
  private final int[] statuses;

  StatusClass(String text, int... statuses) {
    this.text = text;
    this.statuses = statuses;
  }

  static StatusClass of(int status) {
    return Arrays.stream(values())
        .filter(each -> IntStream.of(each.statuses).anyMatch(known -> known == status))
        .findFirst()
        .orElseThrow();
  }

  List<Integer> statuses() {
    return IntStream.of(statuses).boxed().toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
