package io.github.cognitofirstlogin.userpool.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates a template's intrinsic functions with the existing resources, as CloudFormation does
 * while it creates a stack.
 */
public final class Resolver {

  private static final String REF = "Ref";
  private static final Pattern SUB_VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Template template;
  private final Map<String, String> pseudoParameters;
  private final Map<String, Map<String, String>> existing = new HashMap<>();

  /** Pseudo parameters by their names, such as {@code AWS::Region}. */
  public Resolver(Template template, Map<String, String> pseudoParameters) {
    this.template = template;
    this.pseudoParameters = Map.copyOf(pseudoParameters);
  }

  /** Adds the resource's id and attributes, to which later values can refer. */
  public void exists(Resource resource, String id, Map<String, String> attributes) {
    var values = new HashMap<>(attributes);
    values.put(REF, id);
    existing.put(resource.logicalId(), values);
  }

  public JsonNode properties(Resource resource) {
    var resolved = JsonNodeFactory.instance.objectNode();
    resource
        .properties()
        .fieldNames()
        .forEachRemaining(
            name -> {
              var value = property(resource, name);
              if (!value.isMissingNode()) {
                resolved.set(name, value);
              }
            });
    return resolved;
  }

  /** A missing node when the resource has no such property. */
  public JsonNode property(Resource resource, String name) {
    return new Expression("property '" + name + "' of " + resource)
        .value(resource.properties().path(name));
  }

  /** The stack's outputs in the order of their names, as the CDK CLI prints them. */
  public SortedMap<String, String> outputs() {
    var outputs = new TreeMap<String, String>();
    template
        .outputs()
        .forEach(
            (name, value) ->
                outputs.put(name, new Expression("output '" + name + "'").text(value)));
    return outputs;
  }

  public String attribute(Resource resource, String name) {
    return new Expression(resource.toString()).attribute(resource.logicalId(), name);
  }

  /** One value of the template, with its path for error messages. */
  private final class Expression {

    private final String place;

    Expression(String place) {
      this.place = place;
    }

    JsonNode value(JsonNode node) {
      if (node.isArray()) {
        var array = JsonNodeFactory.instance.arrayNode();
        node.forEach(
            element -> {
              var value = value(element);
              if (!value.isMissingNode()) {
                array.add(value);
              }
            });
        return array;
      }
      if (!node.isObject()) {
        return node;
      }
      var only = node.size() == 1 ? node.fieldNames().next() : "";
      return only.equals(REF) || only.equals("Condition") || only.startsWith("Fn::")
          ? intrinsic(only, node.get(only))
          : object(node);
    }

    String text(JsonNode node) {
      var value = value(node);
      if (!value.isValueNode() || value.isNull()) {
        throw fail("has " + value + " where a text is needed");
      }
      return value.asText();
    }

    boolean condition(String name) {
      var condition = template.condition(name);
      if (condition.isMissingNode()) {
        throw fail("names the condition '" + name + "', which the template does not have");
      }
      return value(condition).asBoolean();
    }

    private JsonNode object(JsonNode node) {
      var object = JsonNodeFactory.instance.objectNode();
      for (var member : node.properties()) {
        var value = value(member.getValue());
        if (!value.isMissingNode()) {
          object.set(member.getKey(), value);
        }
      }
      return object;
    }

    private JsonNode intrinsic(String name, JsonNode argument) {
      var json = JsonNodeFactory.instance;
      return switch (name) {
        case REF ->
            argument.asText().equals("AWS::NoValue")
                ? MissingNode.getInstance()
                : json.textNode(ref(argument.asText()));
        case "Fn::GetAtt" -> json.textNode(attribute(argument));
        case "Fn::Join" -> json.textNode(join(argument));
        case "Fn::Sub" -> json.textNode(sub(argument));
        case "Fn::Select" -> select(argument);
        case "Fn::Split" -> split(argument);
        case "Fn::If" -> value(argument.path(condition(argument.path(0).asText()) ? 1 : 2));
        case "Condition" -> json.booleanNode(condition(argument.asText()));
        case "Fn::Equals" ->
            json.booleanNode(value(argument.path(0)).equals(value(argument.path(1))));
        case "Fn::Not" -> json.booleanNode(!value(argument.path(0)).asBoolean());
        case "Fn::And" -> json.booleanNode(list(argument).stream().allMatch(JsonNode::asBoolean));
        case "Fn::Or" -> json.booleanNode(list(argument).stream().anyMatch(JsonNode::asBoolean));
        default -> throw fail("uses " + name + ", which the local run cannot resolve");
      };
    }

    private String ref(String name) {
      if (name.startsWith("AWS::")) {
        var value = pseudoParameters.get(name);
        if (value == null) {
          throw fail("uses the pseudo parameter " + name + ", which has no local value");
        }
        return value;
      }
      return existing.containsKey(name)
          ? attribute(name, REF)
          : template
              .parameter(name)
              .orElseThrow(() -> fail("refers to '" + name + "', which does not exist locally"));
    }

    private String attribute(JsonNode argument) {
      if (argument.isArray()) {
        return attribute(argument.path(0).asText(), argument.path(1).asText());
      }
      var dot = argument.asText().indexOf('.');
      if (dot < 0) {
        throw fail("has a Fn::GetAtt without an attribute");
      }
      return attribute(argument.asText().substring(0, dot), argument.asText().substring(dot + 1));
    }

    private String attribute(String logicalId, String attribute) {
      var value = existing.getOrDefault(logicalId, Map.of()).get(attribute);
      if (value == null) {
        throw fail(
            "needs attribute '%s' of '%s', which does not exist locally"
                .formatted(attribute, logicalId));
      }
      return value;
    }

    private JsonNode select(JsonNode argument) {
      var list = list(argument.path(1));
      var index = value(argument.path(0)).asInt();
      if (index < 0 || index >= list.size()) {
        throw fail("selects number " + index + " of a list of " + list.size());
      }
      return list.get(index);
    }

    private String join(JsonNode argument) {
      return list(argument.path(1)).stream()
          .map(JsonNode::asText)
          .collect(Collectors.joining(argument.path(0).asText()));
    }

    private String sub(JsonNode argument) {
      var text = argument.isArray() ? argument.path(0).asText() : argument.asText();
      var variables = argument.path(1);
      return SUB_VARIABLE
          .matcher(text)
          .replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      match.group(1).isEmpty()
                          ? variable(match.group(2).strip(), variables)
                          : "${" + match.group(2) + "}"));
    }

    private String variable(String name, JsonNode variables) {
      if (variables.has(name)) {
        return text(variables.get(name));
      }
      var dot = name.indexOf('.');
      return dot < 0 ? ref(name) : attribute(name.substring(0, dot), name.substring(dot + 1));
    }

    private JsonNode split(JsonNode argument) {
      var array = JsonNodeFactory.instance.arrayNode();
      for (var part : text(argument.path(1)).split(Pattern.quote(argument.path(0).asText()), -1)) {
        array.add(part);
      }
      return array;
    }

    private List<JsonNode> list(JsonNode node) {
      var list = new ArrayList<JsonNode>();
      value(node).forEach(list::add);
      return list;
    }

    private TemplateException fail(String what) {
      return new TemplateException("In the template " + place + " " + what);
    }
  }
}
