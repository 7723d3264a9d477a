package com.example.orders;

import io.github.cognitofirstlogin.infra.FirstLogin;
import io.github.cognitofirstlogin.infra.FirstLoginProps;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpApiAttributes;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizerAttributes;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.UserPoolGroup;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/** Another team's stack, which contains the first login and a route of its own. */
public final class OrdersStack extends Stack {
  public OrdersStack(Construct scope, String id, Path functionJar) {
    super(scope, id);
    var login =
        new FirstLogin(
            this,
            "Login",
            FirstLoginProps.builder()
                .functionJar(functionJar)
                .allowedOrigins(List.of("https://orders.example.com"))
                .mfa(Mfa.OPTIONAL)
                .accessTokenMinutes(15)
                .build());
    UserPoolGroup.Builder.create(this, "Buyers")
        .userPool(login.userPool())
        .groupName("buyers")
        .build();

    var orders =
        Function.Builder.create(this, "Orders")
            .runtime(Runtime.NODEJS_24_X)
            .handler("index.handler")
            .code(Code.fromInline("exports.handler = async () => ({ orders: [] });"))
            .build();
    var session =
        HttpAuthorizer.fromHttpAuthorizerAttributes(
            this,
            "Session",
            HttpAuthorizerAttributes.builder()
                .authorizerId(login.authorizerId())
                .authorizerType("CUSTOM")
                .build());
    HttpRoute.Builder.create(this, "ListOrders")
        .httpApi(
            HttpApi.fromHttpApiAttributes(
                this, "Api", HttpApiAttributes.builder().httpApiId(login.apiId()).build()))
        .routeKey(HttpRouteKey.with("/orders", HttpMethod.GET))
        .integration(new HttpLambdaIntegration("Orders", orders))
        .authorizer(session)
        .build();

    CfnOutput.Builder.create(this, "ApiUrl").value(login.apiUrl()).build();
  }
}
