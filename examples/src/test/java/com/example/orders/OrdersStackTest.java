package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.infra.FirstLoginProps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

/** Uses the construct as another team does, with its public API only. */
class OrdersStackTest {
  @TempDir private Path directory;

  @Test
  void firstLoginIsPartOfAnotherTeamsStack() throws IOException {
    var template =
        Template.fromStack(
            new OrdersStack(
                new App(), "Orders", Files.createFile(directory.resolve("function.jar"))));

    template.resourceCountIs("AWS::Cognito::UserPool", 1);
    template.hasResourceProperties(
        "AWS::Cognito::UserPool", Map.of("MfaConfiguration", "OPTIONAL"));
    template.hasResourceProperties("AWS::ApiGatewayV2::Route", Map.of("RouteKey", "POST /login"));
    template.hasResourceProperties(
        "AWS::ApiGatewayV2::Route",
        Map.of("RouteKey", "GET /orders", "AuthorizationType", "CUSTOM"));
    assertThat(template.findOutputs("ApiUrl")).hasSize(1);
  }

  @Test
  void wrongPropertyIsRefusedByItsOwnName() throws IOException {
    var props =
        FirstLoginProps.builder()
            .functionJar(Files.createFile(directory.resolve("function.jar")))
            .allowedOrigins(List.of("https://orders.example.com/"));

    assertThatThrownBy(props::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("property 'allowedOrigins' must hold exact origins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none.jar"})
  void missingJarIsNamed(String jar) {
    assertThatThrownBy(() -> FirstLoginProps.builder().functionJar(directory.resolve(jar)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("property 'functionJar' must be the function's jar, got ");
  }

  @Test
  void missingElementOfThePageIsNamed() throws IOException {
    var page = Files.createDirectory(directory.resolve("page"));
    var props =
        FirstLoginProps.builder()
            .functionJar(Files.createFile(directory.resolve("function.jar")))
            .frontDoor(page);

    assertThatThrownBy(props::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("property 'frontDoor' needs a page, but %s has no index.html", page);

    Files.createFile(page.resolve("index.html"));
    assertThatThrownBy(props::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "property 'frontDoor' needs a page, but %s must be a JSON object of response headers",
            page.resolve(".headers.json"));

    Files.writeString(page.resolve(".headers.json"), "{}");
    assertThatCode(props::build).doesNotThrowAnyException();
  }
}
