package io.github.cognitofirstlogin.admin;

import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Refuses to send a request by plain HTTP to another machine, because requests name users and their
 * addresses. This interceptor checks the request itself, because the SDK has several settings for
 * the endpoint.
 */
final class NoClearText implements ExecutionInterceptor {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** Names below {@code localhost} are not in it: the resolver may answer with another machine. */
  private static final Pattern THIS_MACHINE =
      Pattern.compile(
          "localhost|127(\\.%s){3}|\\[::1\\]".formatted(OCTET), Pattern.CASE_INSENSITIVE);

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    var request = context.httpRequest();
    if (!request.protocol().equalsIgnoreCase("https") && !isThisMachine(request.host())) {
      throw new CannotStart(
          "The endpoint of Cognito must be https, or http on this machine, got '%s://%s'"
              .formatted(OneLine.of(request.protocol()), OneLine.of(request.host())));
    }
  }

  /** Whether a request to {@code host}, without a port, stays on this machine. */
  static boolean isThisMachine(String host) {
    return THIS_MACHINE.matcher(host).matches();
  }
}
