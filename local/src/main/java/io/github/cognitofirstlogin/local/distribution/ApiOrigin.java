package io.github.cognitofirstlogin.local.distribution;

import io.github.cognitofirstlogin.userpool.http.Request;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The API as an origin: it gets its own name as Host, and the headers that the distribution adds.
 */
public record ApiOrigin(String host, Map<String, String> customHeaders) implements Origin {

  private static final String FORWARDED_FOR = "x-forwarded-for";

  public ApiOrigin {
    customHeaders = Map.copyOf(customHeaders);
  }

  /** The request for the API. The distribution overwrites a header that it sets itself. */
  Request request(Request request) {
    var set = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    set.putAll(customHeaders);
    set.put("host", host);
    set.put(
        FORWARDED_FOR,
        request
            .header(FORWARDED_FOR)
            .map(before -> before + ", " + request.connection().remoteAddress())
            .orElse(request.connection().remoteAddress()));
    var headers = new ArrayList<Map.Entry<String, String>>();
    request.headers().stream()
        .filter(header -> !set.containsKey(header.getKey()))
        .forEach(headers::add);
    headers.addAll(Set.copyOf(set.entrySet()));
    return new Request(
        request.method(), request.target(), headers, request.body(), request.connection());
  }

  /** The headers contain the distribution's key. */
  @Override
  public String toString() {
    return "ApiOrigin[" + host + "]";
  }
}
