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
 * The name by which people find a deployment: its stack's name and the construct's path, because a
 * stack can contain several constructs.
 */
final class DeploymentName {
  /** The maximum length of an API's name. */
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

  /** CloudFormation names a nested stack only at the deployment. */
  private static Stack outermost(Construct construct) {
    var stack = Stack.of(construct);
    while (stack.getNestedStackParent() != null) {
      stack = Objects.requireNonNull(stack.getNestedStackParent());
    }
    return stack;
  }
}
