package io.github.cognitofirstlogin.infra;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.constructs.Construct;

/**
 * What people find a deployment by: the name of its stack, and the construct's path in it, for a
 * stack can hold several.
 */
final class DeploymentName {
  /** An API's name can have no more characters. */
  private static final int LONGEST = 128;

  private DeploymentName() {}

  static String of(Construct login) {
    var name =
        Stream.concat(
                Stream.of(outermost(login).getStackName()),
                Arrays.stream(Names.stackRelativeConstructPath(login).split("/")))
            .filter(part -> !part.equals(AuthStack.HIDDEN))
            .collect(Collectors.joining("/"));
    return name.length() <= LONGEST
        ? name
        : Names.uniqueResourceName(
            login, UniqueResourceNameOptions.builder().maxLength(LONGEST).separator("-").build());
  }

  /** A nested stack gets its name at the deployment only. */
  private static Stack outermost(Construct construct) {
    var stack = Stack.of(construct);
    while (stack.getNestedStackParent() != null) {
      stack = Objects.requireNonNull(stack.getNestedStackParent());
    }
    return stack;
  }
}
