package io.github.cognitofirstlogin.local.distribution;

import io.github.cognitofirstlogin.userpool.http.Request;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The API under its own name: it sees that name as Host, and what the distribution adds. */
public record ApiOrigin(String host, Map<String, String> customHeaders) implements Origin {

  private static final String FORWARDED_FOR = "x-forwarded-for";

  public ApiOrigin {
    customHeaders = Map.copyOf(customHeaders);
  }

  /** As the API gets it: a header that the distribution sets cannot be sent by a caller. */
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

  /** The headers hold the distribution's key. */
  @Override
  public String toString() {
    return "ApiOrigin[" + host + "]";
  }
}
