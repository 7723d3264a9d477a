package io.github.cognitofirstlogin.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitofirstlogin.infra.config.MailSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.constructs.IConstruct;

/** Apps of other teams with the construct in them. */
final class Others {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Others() {}

  /** Properties with the function's jar from a repository, as in another team's app. */
  static FirstLoginProps.Builder props() {
    return propsWithoutSender().invitationFrom(MailSender.COGNITO_DEFAULT);
  }

  /** The same without a sender, which an existing pool does not accept. */
  static FirstLoginProps.Builder propsWithoutSender() {
    try {
      var jar = Files.createTempFile("function", ".jar");
      jar.toFile().deleteOnExit();
      return FirstLoginProps.builder().functionJar(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The messages of the synthesis. */
  static List<String> notes(Map<String, ?> context) {
    var notes = new ArrayList<String>();
    Synthesized.template(context, app -> notes.addAll(notes(app)));
    return notes;
  }

  /** The messages of the constructs below this one. */
  static List<String> notes(IConstruct root) {
    return root.getNode().findAll().stream()
        .flatMap(construct -> construct.getNode().getMetadata().stream())
        .filter(entry -> entry.getType().matches("aws:cdk:(info|warning)"))
        .map(entry -> String.valueOf(entry.getData()))
        .toList();
  }

  /** The templates of an app, including nested stacks. */
  static List<JsonNode> templates(Consumer<App> assemble) {
    try {
      var directory = Files.createTempDirectory(Path.of("infra", "target"), "cdk.out");
      var app =
          App.Builder.create()
              .context(Synthesized.context())
              .analyticsReporting(false)
              .outdir(directory.toString())
              .build();
      assemble.accept(app);
      app.synth();
      var templates = new ArrayList<JsonNode>();
      try (var files = Files.newDirectoryStream(directory, "*.template.json")) {
        for (var file : files) {
          templates.add(JSON.readTree(file.toFile()));
        }
      }
      return templates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
