package io.github.cognitofirstlogin.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Makes a cloud assembly of the CDK app. */
interface Synthesizer {

  /**
   * Makes the assembly of the project at {@code root}, with context as in the CDK CLI.
   *
   * @throws StartFailure with the app's message if the app refuses
   */
  void synthesize(Path root, List<String> context, Path output)
      throws IOException, InterruptedException;

  /** The CDK CLI, unless the class path has a faster synthesizer, as in the tests. */
  static Synthesizer found() {
    return ServiceLoader.load(Synthesizer.class).findFirst().orElseGet(CdkCli::new);
  }
}
