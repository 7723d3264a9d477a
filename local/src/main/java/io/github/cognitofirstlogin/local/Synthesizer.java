package io.github.cognitofirstlogin.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Who makes a cloud assembly of the CDK app. */
interface Synthesizer {

  /**
   * Makes one of the project at {@code root}, with context as the CDK CLI takes it.
   *
   * @throws StartFailure with what the app says when it refuses
   */
  void synthesize(Path root, List<String> context, Path output)
      throws IOException, InterruptedException;

  /** The CDK CLI, unless the class path brings a quicker one, as that of the tests does. */
  static Synthesizer found() {
    return ServiceLoader.load(Synthesizer.class).findFirst().orElseGet(CdkCli::new);
  }
}
