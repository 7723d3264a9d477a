package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.local.gateway.Authorizer;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizerResourceTest {

  private static final String FUNCTION =
      "arn:aws:lambda:us-east-1:123456789012:function:Authorizer";

  private static final String TEMPLATE =
      """
      {"Resources": {"Session": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {
        "AuthorizerPayloadFormatVersion": "2.0",
        "AuthorizerResultTtlInSeconds": 0,
        "AuthorizerType": "REQUEST",
        "AuthorizerUri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/%s/invocations",
        "EnableSimpleResponses": true,
        "IdentitySource": ["$request.header.Cookie"]}}}}
      """
          .formatted(FUNCTION);

  private final List<String> warnings = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void theStacksKindRunsWithTheFunctionThatItNames() throws Exception {
    assertThat(authorizer("Name", "\"session\"")).isPresent();
    assertThat(asked).containsExactly(FUNCTION);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AuthorizerType, '\"JWT\"', JWT",
    "AuthorizerPayloadFormatVersion, '\"1.0\"', 1.0",
    "EnableSimpleResponses, false, false",
    "IdentitySource, '[\"$context.routeKey\"]', $context.routeKey",
    "AuthorizerUri, '\"arn:aws:lambda:f\"', arn:aws:lambda:f"
  })
  void anotherKindIsNamedAndDoesNotRun(String property, String value, String named)
      throws Exception {
    assertThat(authorizer(property, value)).isEmpty();
    assertThat(warnings)
        .containsExactly(
            "AWS::ApiGatewayV2::Authorizer 'Session' does not run locally: its '%s' is '%s'"
                .formatted(property, named));
  }

  @Test
  void aCacheIsNamedForItIsNotThere() throws Exception {
    assertThat(authorizer("AuthorizerResultTtlInSeconds", "300")).isPresent();
    assertThat(warnings)
        .containsExactly(
            "property 'AuthorizerResultTtlInSeconds' of AWS::ApiGatewayV2::Authorizer 'Session'"
                + " has no effect locally: nothing is cached");
  }

  private Optional<Authorizer> authorizer(String property, String value) throws Exception {
    var json = (ObjectNode) new ObjectMapper().readTree(TEMPLATE);
    json.withObject("/Resources/Session/Properties")
        .set(property, new ObjectMapper().readTree(value));
    var template = new Template(json);
    return new AuthorizerResource(
            template.onlyResource(AuthorizerResource.TYPE),
            new Resolver(template, Map.of()),
            warnings::add)
        .authorizer(
            arn -> {
              asked.add(arn);
              return event -> new CompletableFuture<>();
            });
  }
}
