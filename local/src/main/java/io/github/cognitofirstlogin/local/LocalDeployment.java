package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.local.gateway.HttpApi;
import io.github.cognitofirstlogin.local.lambda.LocalFunction;
import io.github.cognitofirstlogin.local.template.CloudAssembly;
import io.github.cognitofirstlogin.local.template.Coverage;
import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Resource;
import io.github.cognitofirstlogin.userpool.template.TemplateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Does the work of CloudFormation on one machine: it creates what the template describes. */
final class LocalDeployment implements AutoCloseable {

  private static final String ACCOUNT = "123456789012";
  private static final String API_ID = "localapi00";

  /** CloudFront's name for a distribution. */
  private static final String DOOR = "dlocal0000000.cloudfront.net";

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

  /**
   * The distribution has its own name if that means this machine, because browsers drop its cookies
   * under another name.
   */
  String address(int port) {
    return "http://%s:%d"
        .formatted(
            domainNames()
                .filter(name -> name.endsWith(".localhost"))
                .findFirst()
                .orElse("localhost"),
            port);
  }

  /** The address of the routes: below the stage's name, unless it is the default stage. */
  String apiUrl(String address) {
    var stage = assembly.template().onlyResource("AWS::ApiGatewayV2::Stage");
    var name = resolver.property(stage, "StageName").asText();
    return name.equals("$default") ? address : address + "/" + name;
  }

  /** The settings with which API Gateway serves the API. */
  HttpApi create(
      String address, Cognito cognito, Consumer<String> warnings, Consumer<String> functionLog) {
    assembly.template().resources().forEach(this::exists);
    for (var distribution : distributions()) {
      resolver.exists(
          distribution,
          distribution.logicalId(),
          Map.of("Arn", distribution.logicalId(), "DomainName", DOOR));
    }
    assembly.template().resources("AWS::Lambda::Version").forEach(this::qualified);
    assembly.template().resources("AWS::Lambda::Alias").forEach(this::qualified);
    resolver.exists(
        assembly.template().onlyResource("AWS::ApiGatewayV2::Api"),
        API_ID,
        Map.of("ApiId", API_ID, "ApiEndpoint", address));
    cognito.create(assembly.template(), resolver, warnings);
    for (var function : functions()) {
      var settings =
          FunctionResource.settings(
              assembly,
              resolver,
              function,
              cognito.functionEnvironment(),
              value -> onThisMachine(value, address));
      functionsByArn.put(settings.arn(), LocalFunction.start(settings, region, functionLog));
    }
    var api =
        new ApiResources(assembly.template(), resolver, warnings)
            .httpApi(API_ID, region, ACCOUNT, this::function);
    return distributions().stream()
        .findFirst()
        .map(door -> new DistributionResource(assembly, resolver, door).distribution())
        .map(api::behind)
        .orElse(api);
  }

  private List<Resource> functions() {
    return assembly.template().resources(FUNCTION_TYPE).stream()
        .filter(function -> !Coverage.handlesABucket(function))
        .toList();
  }

  private List<Resource> distributions() {
    return assembly.template().resources(DistributionResource.TYPE);
  }

  /** The outputs as CloudFormation would report them, with the API's address on this machine. */
  SortedMap<String, String> outputs(String address) {
    var outputs = resolver.outputs();
    outputs.values().removeIf(String::isEmpty);
    outputs.replaceAll((name, value) -> onThisMachine(value, address));
    return outputs;
  }

  @Override
  public void close() {
    functionsByArn.values().forEach(LocalFunction::close);
  }

  /** An id for a resource to which others only refer. */
  private void exists(Resource resource) {
    var arn =
        resource.type().equals(FUNCTION_TYPE)
            ? "arn:aws:lambda:%s:%s:function:%s".formatted(region, ACCOUNT, resource.logicalId())
            : "arn:aws:local:%s:%s:%s".formatted(region, ACCOUNT, resource.logicalId());
    resolver.exists(
        resource,
        resource.logicalId(),
        Map.of(
            "Arn",
            arn,
            "Id",
            resource.logicalId(),
            "RegionalDomainName",
            resource.logicalId() + ".s3.%s.amazonaws.com".formatted(region)));
  }

  /**
   * A version or an alias: another name for its function, and a part of the function's settings.
   */
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
    return Stream.concat(
        assembly.template().resources("AWS::ApiGatewayV2::DomainName").stream()
            .map(name -> resolver.property(name, "DomainName").asText()),
        distributions().stream().flatMap(door -> DistributionResource.aliases(door).stream()));
  }

  /** Replaces an address of page or API in AWS by the address in the local run. */
  private String onThisMachine(String value, String address) {
    var hosts =
        Stream.concat(
            Stream.of("%s.execute-api.%s.amazonaws.com".formatted(API_ID, region), DOOR),
            domainNames());
    return hosts
        .map(host -> "https://" + host)
        .filter(url -> value.equals(url) || value.startsWith(url + "/"))
        .findFirst()
        .map(url -> address + value.substring(url.length()).replaceFirst("^/$", ""))
        .orElse(value);
  }
}
