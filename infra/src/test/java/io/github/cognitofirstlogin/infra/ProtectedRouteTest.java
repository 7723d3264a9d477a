package io.github.cognitofirstlogin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpApiAttributes;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizerAttributes;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Runtime;

/** Another team's stack adds a route behind the authorizer, as docs/sessions.md shows. */
class ProtectedRouteTest {
  private static final Path DOCUMENT = Path.of("docs", "sessions.md");
  private static final Path SOURCE =
      Path.of(
          "infra/src/test/java/io/github/cognitofirstlogin/infra",
          ProtectedRouteTest.class.getSimpleName() + ".java");

  @Test
  void documentShowsTheLinesThatAreTestedHere() throws IOException {
    assertThat(between(DOCUMENT, "```java", "```"))
        .isNotEmpty()
        .isEqualTo(between(SOURCE, "// documented", "// documented"));
  }

  @Test
  void routeAsksTheAuthorizerByItsId() {
    var route = template().findResources("AWS::ApiGatewayV2::Route");

    assertThat(route).hasSize(1);
    template()
        .hasResourceProperties(
            "AWS::ApiGatewayV2::Route",
            Match.objectLike(
                Map.of(
                    "ApiId", "abc123",
                    "RouteKey", "GET /notes",
                    "AuthorizationType", "CUSTOM",
                    "AuthorizerId", "def456")));
  }

  @Test
  void stackBringsNoApiOfItsOwn() {
    template().resourceCountIs("AWS::ApiGatewayV2::Api", 0);
    template().resourceCountIs("AWS::ApiGatewayV2::Authorizer", 0);
  }

  private static Template template() {
    return Holder.TEMPLATE;
  }

  private static final class Holder {
    static final Template TEMPLATE =
        Template.fromStack(new NotesStack(new App(), "abc123", "def456"));
  }

  private static final class NotesStack extends Stack {
    NotesStack(App app, String apiId, String authorizerId) {
      super(app, "Notes");
      IFunction notes =
          Function.Builder.create(this, "Function")
              .runtime(Runtime.NODEJS_22_X)
              .handler("index.handler")
              .code(Code.fromInline("exports.handler = async () => 'notes'"))
              .build();
      // documented
      var api =
          HttpApi.fromHttpApiAttributes(
              this, "Auth", HttpApiAttributes.builder().httpApiId(apiId).build());
      var session =
          HttpAuthorizer.fromHttpAuthorizerAttributes(
              this,
              "Session",
              HttpAuthorizerAttributes.builder()
                  .authorizerId(authorizerId)
                  .authorizerType("CUSTOM")
                  .build());
      HttpRoute.Builder.create(this, "Notes")
          .httpApi(api)
          .routeKey(HttpRouteKey.with("/notes", HttpMethod.GET))
          .integration(new HttpLambdaIntegration("NotesFunction", notes))
          .authorizer(session)
          .build();
      // documented
    }
  }

  /** The lines between two markers, without their common indentation. */
  private static List<String> between(Path file, String first, String last) throws IOException {
    var lines = Files.readAllLines(file);
    var start = lines.stream().map(String::strip).collect(Collectors.toList()).indexOf(first) + 1;
    assertThat(start).as("%s in %s", first, file).isPositive();
    var found = lines.stream().skip(start).takeWhile(line -> !line.strip().equals(last)).toList();
    return String.join("\n", found).stripIndent().lines().toList();
  }
}
