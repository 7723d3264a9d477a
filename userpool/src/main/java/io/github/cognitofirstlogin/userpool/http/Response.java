package io.github.cognitofirstlogin.userpool.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer; its Content-Length is the body's unless a header says otherwise. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
public record Response(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  public static Response of(int status) {
    return new Response(status, List.of(), new byte[0]);
  }

  public static Response json(int status, String json) {
    return of(status)
        .with("Content-Type", "application/json")
        .withBody(json.getBytes(StandardCharsets.UTF_8));
  }

  public Response with(String name, String value) {
    var longer = new ArrayList<>(headers);
    longer.add(Map.entry(name, value));
    return new Response(status, List.copyOf(longer), body);
  }

  public Response withBody(byte[] other) {
    return new Response(status, headers, other);
  }

  /** The bytes of this answer in HTTP, for a fault that sends only some of them. */
  public byte[] bytes() {
    var head = new StringBuilder("HTTP/1.1 " + status + " \r\n");
    headers.forEach(h -> head.append(h.getKey()).append(": ").append(h.getValue()).append("\r\n"));
    if (headers.stream().noneMatch(h -> h.getKey().equalsIgnoreCase("Content-Length"))) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** Bodies and headers hold sessions and tokens. */
  @Override
  public String toString() {
    return "Response[" + status + ", redacted]";
  }
}
