package io.github.cognitofirstlogin.local.gateway;

import io.github.cognitofirstlogin.userpool.http.HeaderText;
import io.github.cognitofirstlogin.userpool.http.Request;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A value of a request that an authorizer uses, such as {@code $request.header.Cookie}. */
public record IdentitySource(String expression) {

  private static final Pattern KNOWN =
      Pattern.compile("\\$request\\.(?<place>header|querystring)\\.(?<name>[^.\\s]+)");

  public IdentitySource {
    if (!isKnown(expression)) {
      throw new IllegalArgumentException("'" + expression + "' is not known as an identity source");
    }
  }

  /** API Gateway also has context and stage variables; this gateway does not. */
  public static boolean isKnown(String expression) {
    return KNOWN.matcher(expression).matches();
  }

  /** Empty if the request does not have the value, or has an empty one. */
  Optional<String> value(Request request, Target target) {
    var source = KNOWN.matcher(expression);
    if (!source.matches()) {
      throw new IllegalStateException("checked when it was made");
    }
    var name = source.group("name");
    return Optional.ofNullable(
            source.group("place").equals("header")
                ? header(request, name)
                : target.parameters().get(name))
        .filter(value -> !value.isEmpty());
  }

  private static String header(Request request, String name) {
    return request.headers().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> HeaderText.utf8(header.getValue()))
        .collect(Collectors.joining(name.equalsIgnoreCase("cookie") ? "; " : ","));
  }
}
