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

/** Apps of other teams, in which the construct is one of several. */
final class Others {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Others() {}

  /** Properties with a jar, as another team has it from a repository. */
  static FirstLoginProps.Builder props() {
    return propsWithoutSender().invitationFrom(MailSender.COGNITO_DEFAULT);
  }

  /** The same without a choice of the sender, which a pool that exists does not take. */
  static FirstLoginProps.Builder propsWithoutSender() {
    try {
      var jar = Files.createTempFile("function", ".jar");
      jar.toFile().deleteOnExit();
      return FirstLoginProps.builder().functionJar(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What synthesis says beside the template. */
  static List<String> notes(Map<String, ?> context) {
    var notes = new ArrayList<String>();
    Synthesized.template(context, app -> notes.addAll(notes(app)));
    return notes;
  }

  /** What the constructs below this one say beside the template. */
  static List<String> notes(IConstruct root) {
    return root.getNode().findAll().stream()
        .flatMap(construct -> construct.getNode().getMetadata().stream())
        .filter(entry -> entry.getType().matches("aws:cdk:(info|warning)"))
        .map(entry -> String.valueOf(entry.getData()))
        .toList();
  }

  /** The templates of an app, nested ones too. */
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
