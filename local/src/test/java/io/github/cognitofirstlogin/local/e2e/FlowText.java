package io.github.cognitofirstlogin.local.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A story as a sequence diagram and as JSON, with the same bytes in each run. */
final class FlowText {
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private static final ObjectWriter JSON =
      new ObjectMapper()
          .writer(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                          .withArrayValueSpacing(Separators.Spacing.AFTER)
                          .withArrayEmptySeparator(""))
                  .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance)
                  .withObjectIndenter(TWO_SPACES));

  /** Values that are secret or differ in each run, and their placeholders. */
  private static final Map<String, String> STAND_INS =
      Map.of(
          "session", "AYABe...",
          "requestId", "tbhpmWHcVOeE9Ns=",
          "secretCode", "JBSWY3DPEHPK3PXP...");

  private static final Set<String> HEADERS = Set.of("set-cookie", "retry-after");

  /** The placeholders of right codes; the wrong code is {@link Person#WRONG_CODE}. */
  private static final String RIGHT_CODE = "123456";

  private FlowText() {}

  static String of(List<Story.Step> steps) {
    var diagram = new StringBuilder("```mermaid\nsequenceDiagram\n");
    diagram.append("  participant F as Front end\n  participant A as API\n");
    diagram.append("  participant C as Cognito\n");
    var bodies = new StringBuilder();
    for (var step : steps) {
      if (step instanceof Story.Request request) {
        diagram.append(arrows(request));
        bodies.append(bodies(request.exchange()));
      } else if (step instanceof Story.Together together) {
        diagram.append(parallel(together.requests()));
        together.requests().forEach(request -> bodies.append(bodies(request.exchange())));
      } else if (step instanceof Story.Note note) {
        diagram.append("  Note over F,C: ").append(note.text()).append('\n');
      }
    }
    return diagram
        .append("```\n\n<details><summary>What went over the wire</summary>\n\n```http\n")
        .append(bodies.toString().strip())
        .append("\n```\n\n</details>\n")
        .toString();
  }

  private static String parallel(List<Story.Request> requests) {
    return requests.stream()
        .map(FlowText::arrows)
        .collect(Collectors.joining("  and\n", "  par at the same moment\n", "  end\n"));
  }

  private static String arrows(Story.Request request) {
    var exchange = request.exchange();
    var arrows = new StringBuilder();
    arrows.append("  F->>A: %s %s\n".formatted(exchange.method(), exchange.path()));
    for (var call : request.calls()) {
      arrows.append("  A->>C: %s\n  C-->>A: %s\n".formatted(call.operation(), call.answer()));
    }
    return arrows.append("  A-->>F: %s\n".formatted(exchange.reply().outcome())).toString();
  }

  private static String bodies(Exchange exchange) {
    var reply = exchange.reply();
    var text = new StringBuilder();
    text.append(exchange.method()).append(' ').append(exchange.path()).append('\n');
    if (exchange.request().isObject()) {
      text.append(json(exchange.request(), true)).append('\n');
    }
    text.append("\nHTTP/1.1 ").append(reply.status()).append('\n');
    reply.headers().entrySet().stream()
        .filter(header -> HEADERS.contains(header.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            header ->
                header
                    .getValue()
                    .forEach(value -> text.append(header(header.getKey(), value)).append('\n')));
    return text.append(json(reply.body(), false)).append("\n\n").toString();
  }

  private static String header(String name, String value) {
    return name + ": " + value.replaceFirst("^(\\w+)=[^;]+", "$1=eyJ...");
  }

  private static String json(JsonNode body, boolean isRequest) {
    ObjectNode stable = body.deepCopy();
    STAND_INS.forEach(
        (name, standIn) -> {
          if (stable.has(name) && !stable.path(name).asText().equals("not_set")) {
            stable.put(name, standIn);
          }
        });
    if (isRequest
        && stable.has("code")
        && !stable.path("code").asText().equals(Person.WRONG_CODE)) {
      stable.put("code", RIGHT_CODE);
    }
    if (stable.has("otpauthUri")) {
      stable.set(
          "otpauthUri",
          TextNode.valueOf(
              stable
                  .path("otpauthUri")
                  .asText()
                  .replaceFirst("secret=[A-Z2-7]+", "secret=" + STAND_INS.get("secretCode"))));
    }
    try {
      return JSON.writeValueAsString(stable);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
