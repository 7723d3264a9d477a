package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.local.lambda.LocalFunction;
import io.github.cognitofirstlogin.local.template.CloudAssembly;
import io.github.cognitofirstlogin.local.template.Resolver;
import io.github.cognitofirstlogin.local.template.Resource;
import io.github.cognitofirstlogin.local.template.TemplateException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Does for one machine what CloudFormation does with the template: makes what it says. */
final class LocalDeployment implements AutoCloseable {

  private static final String ACCOUNT = "123456789012";
  private static final String API_ID = "localapi00";
  private static final String FUNCTION_TYPE = "AWS::Lambda::Function";

  private final CloudAssembly assembly;
  private final String region;
  private final Resolver resolver;
  private final Map<String, LocalFunction> functionsByArn = new HashMap<>();

  LocalDeployment(CloudAssembly assembly, String region) {
    this.assembly = assembly;
    this.region = region;
    this.resolver =
        new Resolver(
            assembly.template(),
            Map.of(
                "AWS::AccountId",
                ACCOUNT,
                "AWS::Partition",
                "aws",
                "AWS::Region",
                region,
                "AWS::StackId",
                "arn:aws:cloudformation:%s:%s:stack/%s/local"
                    .formatted(region, ACCOUNT, assembly.stackName()),
                "AWS::StackName",
                assembly.stackName(),
                "AWS::URLSuffix",
                "amazonaws.com"));
  }

  /** Under its own name where that is this machine's: browsers drop its cookies under another. */
  String apiUrl(int port) {
    return "http://%s:%d"
        .formatted(
            domainNames()
                .filter(name -> name.endsWith(".localhost"))
                .findFirst()
                .orElse("localhost"),
            port);
  }

  /** What API Gateway needs to know to serve the API. */
  HttpApi create(
      String apiUrl, Cognito cognito, Consumer<String> warnings, Consumer<String> functionLog) {
    assembly.template().resources().forEach(this::exists);
    assembly.template().resources("AWS::Lambda::Version").forEach(this::qualified);
    assembly.template().resources("AWS::Lambda::Alias").forEach(this::qualified);
    resolver.exists(
        assembly.template().onlyResource("AWS::ApiGatewayV2::Api"),
        API_ID,
        Map.of("ApiId", API_ID, "ApiEndpoint", apiUrl));
    cognito.create(assembly.template(), resolver, warnings);
    for (var function : assembly.template().resources(FUNCTION_TYPE)) {
      var settings =
          FunctionResource.settings(assembly, resolver, function, cognito.functionEnvironment());
      functionsByArn.put(settings.arn(), LocalFunction.start(settings, region, functionLog));
    }
    return new ApiResources(assembly.template(), resolver, warnings)
        .httpApi(API_ID, region, ACCOUNT, this::function);
  }

  /** As CloudFormation would report them, but with the API's address on this machine. */
  SortedMap<String, String> outputs(String apiUrl) {
    var outputs = resolver.outputs();
    outputs.values().removeIf(String::isEmpty);
    outputs.replaceAll((name, value) -> isAddress(value) ? apiUrl : value);
    return outputs;
  }

  @Override
  public void close() {
    functionsByArn.values().forEach(LocalFunction::close);
  }

  /** Enough of an existence for whatever is only referred to. */
  private void exists(Resource resource) {
    var arn =
        resource.type().equals(FUNCTION_TYPE)
            ? "arn:aws:lambda:%s:%s:function:%s".formatted(region, ACCOUNT, resource.logicalId())
            : "arn:aws:local:%s:%s:%s".formatted(region, ACCOUNT, resource.logicalId());
    resolver.exists(resource, resource.logicalId(), Map.of("Arn", arn));
  }

  /** A version or an alias: another name for its function, and a part of what runs it. */
  private void qualified(Resource resource) {
    var function = resolver.property(resource, "FunctionName").asText();
    resolver.exists(
        resource,
        "arn:aws:lambda:%s:%s:function:%s:%s"
            .formatted(
                region,
                ACCOUNT,
                function.substring(function.lastIndexOf(':') + 1),
                resource.logicalId()),
        Map.of());
  }

  private Function<byte[], CompletableFuture<byte[]>> function(String uri) {
    for (var function : functionsByArn.entrySet()) {
      if (uri.equals(function.getKey()) || uri.startsWith(function.getKey() + ":")) {
        return function.getValue()::invoke;
      }
    }
    throw new TemplateException(
        "In the template an integration or an authorizer calls " + uri + ", no function of it");
  }

  private Stream<String> domainNames() {
    return assembly.template().resources("AWS::ApiGatewayV2::DomainName").stream()
        .map(name -> resolver.property(name, "DomainName").asText());
  }

  /** Under which the API would answer in AWS. */
  private boolean isAddress(String value) {
    return Stream.concat(
            Stream.of("%s.execute-api.%s.amazonaws.com".formatted(API_ID, region)), domainNames())
        .anyMatch(host -> value.equals("https://" + host) || value.equals("https://" + host + "/"));
  }
}
