package io.github.cognitofirstlogin.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.cognitofirstlogin.local.e2e.Exchange.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests and replies that {@code docs/openapi.yaml} allows. Anything else is a violation. Any
 * thread may call it.
 */
final class OpenApiContract {
  private static final String IRI = "https://example.com/openapi.yaml";

  /** Headers of HTTP itself and of the Fetch standard's CORS, which the document does not list. */
  private static final Set<String> PROTOCOL_HEADERS =
      Set.of(
          ":status",
          "access-control-allow-credentials",
          "access-control-allow-origin",
          "access-control-expose-headers",
          "connection",
          "content-length",
          "content-type",
          "date",
          "vary");

  private final JsonNode root;
  private final SchemaRegistry schemas;
  private final Map<String, Schema> schemaByPointer = new ConcurrentHashMap<>();

  private OpenApiContract(JsonNode root) {
    this.root = root;
    this.schemas =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(IRI, root.toString())));
  }

  static OpenApiContract read() {
    try {
      return new OpenApiContract(
          new YAMLMapper().readTree(Path.of("docs", "openapi.yaml").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> violationsOfRequest(Exchange exchange) {
    var schema = resolved(operation(exchange) + "/requestBody/content/application~1json/schema");
    if (root.at(schema).isMissingNode()) {
      return List.of("no such request: " + exchange.method() + " " + exchange.path());
    }
    var violations = violations("request", schema, exchange.request());
    exchange
        .request()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!members(schema).contains(name)) {
                violations.add("request: undocumented member " + name);
              }
            });
    return violations;
  }

  List<String> violationsOfReply(Exchange exchange) {
    var reply = exchange.reply();
    var response = resolved(operation(exchange) + "/responses/" + reply.status());
    if (root.at(response).isMissingNode()) {
      return List.of(
          "no such reply: %s %s %d".formatted(exchange.method(), exchange.path(), reply.status()));
    }
    var violations = new ArrayList<>(violationsOfHeaders(response, reply));
    var type = reply.headers().getOrDefault("content-type", List.of("")).get(0).split(";", 2)[0];
    var content = response + "/content/" + escaped(type) + "/schema";
    if (root.at(content).isMissingNode()) {
      violations.add("no such content type: " + type);
    } else {
      violations.addAll(violations("reply", content, reply.body()));
    }
    return violations;
  }

  /** Every example of the document that does not match its own schema, by its place. */
  List<String> violationsOfExamples() {
    List<String> violations = new ArrayList<>();
    collectExamples("", root, violations);
    return violations;
  }

  private void collectExamples(String pointer, JsonNode node, List<String> violations) {
    if (node.has("examples") && node.has("schema")) {
      for (var example : node.path("examples").properties()) {
        violations.addAll(
            violations(
                pointer + "/" + example.getKey(),
                pointer + "/schema",
                example.getValue().path("value")));
      }
      return;
    }
    for (var member : node.properties()) {
      collectExamples(pointer + "/" + escaped(member.getKey()), member.getValue(), violations);
    }
  }

  private List<String> violationsOfHeaders(String response, Reply reply) {
    List<String> violations = new ArrayList<>();
    Map<String, String> documented = new HashMap<>();
    for (var header : root.at(response + "/headers").properties()) {
      var definition = resolved(response + "/headers/" + escaped(header.getKey()));
      var name = header.getKey().toLowerCase(Locale.ROOT);
      documented.put(name, definition);
      if (root.at(definition).path("required").asBoolean() && !reply.headers().containsKey(name)) {
        violations.add("missing header " + name);
      }
    }
    reply
        .headers()
        .forEach(
            (name, values) -> {
              if (documented.containsKey(name)) {
                values.forEach(
                    value ->
                        violations.addAll(
                            violations(
                                name, documented.get(name) + "/schema", TextNode.valueOf(value))));
              } else if (!PROTOCOL_HEADERS.contains(name)) {
                violations.add("undocumented header " + name);
              }
            });
    return violations;
  }

  private List<String> violations(String what, String pointer, JsonNode value) {
    var schema =
        schemaByPointer.computeIfAbsent(
            pointer, each -> schemas.getSchema(SchemaLocation.of(IRI + "#" + each)));
    List<String> violations = new ArrayList<>();
    schema.validate(value).forEach(error -> violations.add(what + ": " + error));
    return violations;
  }

  /** The names in a request's schema, including its alternatives. */
  private Set<String> members(String schema) {
    Set<String> members = new HashSet<>();
    var here = root.at(schema);
    here.path("properties").fieldNames().forEachRemaining(members::add);
    here.path("oneOf")
        .forEach(each -> each.path("properties").fieldNames().forEachRemaining(members::add));
    return members;
  }

  private static String operation(Exchange exchange) {
    return "/paths/" + escaped(exchange.path()) + "/" + exchange.method().toLowerCase(Locale.ROOT);
  }

  /** The target of a reference at this place, or the place itself. */
  private String resolved(String pointer) {
    var reference = root.at(pointer).path("$ref");
    return reference.isTextual() ? reference.textValue().substring(1) : pointer;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
