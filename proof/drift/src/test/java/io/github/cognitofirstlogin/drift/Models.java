package io.github.cognitofirstlogin.drift;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Some operations of two models that botocore published, without the documentation. */
final class Models {
  static final String OLDER = "1.43.11";
  static final String NEWER = "1.44.8";

  private Models() {}

  static byte[] bytes(String version) {
    try (var file = Models.class.getResourceAsStream("cognito-idp-" + version + ".json")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that a test may change. */
  static ObjectNode json(String version) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(bytes(version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ServiceModel model(String version) {
    return new ServiceModel(json(version));
  }
}
