package io.github.cognitofirstlogin.infra;

import java.util.Objects;
import software.constructs.IConstruct;

/** The CloudFormation resource of a construct, for properties that the construct does not have. */
final class Underlying {
  private Underlying() {}

  static <T> T resource(IConstruct construct, Class<T> type) {
    return type.cast(Objects.requireNonNull(construct.getNode().getDefaultChild()));
  }
}
