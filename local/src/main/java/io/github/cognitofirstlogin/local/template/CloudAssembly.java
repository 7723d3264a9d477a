package io.github.cognitofirstlogin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.userpool.template.Template;
import io.github.cognitofirstlogin.userpool.template.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The output of {@code cdk synth}: the stack's name, its template and the files that it deploys.
 */
public record CloudAssembly(String stackName, Template template, Map<String, Path> assetsByKey) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the only stack with an API; other stacks do not concern requests. */
  public static CloudAssembly read(Path directory) throws IOException {
    var artifacts = JSON.readTree(directory.resolve("manifest.json").toFile()).path("artifacts");
    for (var artifact : artifacts.properties()) {
      var properties = artifact.getValue().path("properties");
      if (artifact.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
        var template = Template.read(directory.resolve(properties.path("templateFile").asText()));
        if (!template.resources("AWS::ApiGatewayV2::Api").isEmpty()) {
          var name = properties.path("stackName").asText(artifact.getKey());
          return new CloudAssembly(name, template, assets(directory, artifacts));
        }
      }
    }
    throw new TemplateException("The CDK app has no stack with an AWS::ApiGatewayV2::Api");
  }

  /** The file that is deployed to S3 under that key. */
  public Path asset(String key) {
    var asset = assetsByKey.get(key);
    if (asset == null) {
      throw new TemplateException("The cloud assembly has no asset for the S3 key " + key);
    }
    return asset;
  }

  private static Map<String, Path> assets(Path directory, JsonNode artifacts) throws IOException {
    var assets = new HashMap<String, Path>();
    for (var artifact : artifacts) {
      if (artifact.path("type").asText().equals("cdk:asset-manifest")) {
        var manifest = directory.resolve(artifact.path("properties").path("file").asText());
        for (var file : JSON.readTree(manifest.toFile()).path("files")) {
          var source = directory.resolve(file.path("source").path("path").asText());
          file.path("destinations")
              .forEach(to -> assets.put(to.path("objectKey").asText(), source));
        }
      }
    }
    return Map.copyOf(assets);
  }
}
