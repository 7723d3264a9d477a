package io.github.cognitofirstlogin.userpool.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'text' | \"text\"",
        "{\"Ref\":\"Pool\"} | \"pool-1\"",
        "{\"Ref\":\"AWS::Region\"} | \"eu-west-1\"",
        "{\"Ref\":\"Greeting\"} | \"hello\"",
        "{\"Fn::GetAtt\":[\"Pool\",\"Arn\"]} | \"arn:pool-1\"",
        "{\"Fn::GetAtt\":\"Pool.Arn\"} | \"arn:pool-1\"",
        "{\"Fn::Join\":[\"/\",[\"a\",{\"Ref\":\"Pool\"},\"b\"]]} | \"a/pool-1/b\"",
        "{\"Fn::Join\":[\",\",{\"Fn::Split\":[\"-\",\"x-y\"]}]} | \"x,y\"",
        "{\"Fn::Sub\":\"${Pool}-${Pool.Arn}-${AWS::Region}-${!Literal}\"}"
            + " | \"pool-1-arn:pool-1-eu-west-1-${Literal}\"",
        "{\"Fn::Sub\":[\"${a}$\\\\1\",{\"a\":{\"Ref\":\"Pool\"}}]} | \"pool-1$\\\\1\"",
        "{\"Fn::Select\":[1,[\"a\",\"b\"]]} | \"b\"",
        "{\"Fn::If\":[\"Yes\",\"a\",\"b\"]} | \"a\"",
        "{\"Fn::If\":[\"No\",\"a\",{\"Ref\":\"Pool\"}]} | \"pool-1\"",
        "{\"Fn::If\":[\"Both\",\"a\",\"b\"]} | \"b\"",
        "{\"Fn::If\":[\"Either\",\"a\",\"b\"]} | \"a\"",
        "{\"a\":{\"Ref\":\"AWS::NoValue\"},\"b\":[{\"Ref\":\"AWS::NoValue\"},1,true,null]}"
            + " | {\"b\":[1,true,null]}",
      })
  void intrinsicsAreEvaluated(String expression, String expected) throws Exception {
    assertThat(value(expression)).isEqualTo(JSON.readTree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Fn::ImportValue\":\"x\"} | uses Fn::ImportValue, which the local run cannot resolve",
        "{\"Ref\":\"Nowhere\"} | refers to 'Nowhere', which does not exist locally",
        "{\"Ref\":\"AWS::Unheard\"} | the pseudo parameter AWS::Unheard",
        "{\"Fn::GetAtt\":[\"Pool\",\"Secret\"]} | needs attribute 'Secret' of 'Pool'",
        "{\"Fn::GetAtt\":\"Pool\"} | without an attribute",
        "{\"Fn::Select\":[2,[\"a\",\"b\"]]} | selects number 2 of a list of 2",
        "{\"Fn::If\":[\"Absent\",1,2]} | the condition 'Absent'",
        "{\"Fn::Sub\":\"${Nowhere}\"} | refers to 'Nowhere'",
      })
  void unresolvedIntrinsicIsNamedWithItsPlace(String expression, String message) {
    assertThatThrownBy(() -> value(expression))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("In the template property 'P' of Some::Type 'Thing' ")
        .hasMessageContaining(message);
  }

  @Test
  void aPropertyThatIsNotThereIsMissing() throws Exception {
    var resource = new Resource("Thing", "Some::Type", Optional.empty(), JSON.readTree("{}"));
    assertThat(resolver().property(resource, "P").isMissingNode()).isTrue();
    assertThat(resolver().properties(resource)).isEmpty();
  }

  @Test
  void outputsComeInTheOrderOfTheirNames() throws Exception {
    assertThat(resolver().outputs().entrySet())
        .containsExactly(Map.entry("A", "eu-west-1"), Map.entry("B", "pool-1"));
  }

  private static JsonNode value(String expression) throws JsonProcessingException {
    var properties = JSON.createObjectNode().set("P", JSON.readTree(quoted(expression)));
    return resolver()
        .property(new Resource("Thing", "Some::Type", Optional.empty(), properties), "P");
  }

  private static String quoted(String expression) {
    return expression.startsWith("{") ? expression : "\"" + expression + "\"";
  }

  private static Resolver resolver() throws JsonProcessingException {
    var template =
        new Template(
            JSON.readTree(
                """
                {"Parameters": {"Greeting": {"Type": "String", "Default": "hello"}},
                 "Conditions": {
                   "Yes": {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-1"]},
                   "No": {"Fn::Not": [{"Condition": "Yes"}]},
                   "Both": {"Fn::And": [{"Condition": "Yes"}, {"Condition": "No"}]},
                   "Either": {"Fn::Or": [{"Condition": "No"}, {"Condition": "Yes"}]}},
                 "Outputs": {
                   "B": {"Value": {"Ref": "Pool"}},
                   "A": {"Value": {"Ref": "AWS::Region"}}}}
                """));
    var resolver = new Resolver(template, Map.of("AWS::Region", "eu-west-1"));
    var pool =
        new Resource("Pool", "AWS::Cognito::UserPool", Optional.empty(), JSON.createObjectNode());
    resolver.exists(pool, "pool-1", Map.of("Arn", "arn:pool-1"));
    return resolver;
  }
}
