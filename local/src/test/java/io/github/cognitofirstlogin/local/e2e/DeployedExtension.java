package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitofirstlogin.local.DeployedStack;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the front end, the administrator and the user pool of its configuration, all without
 * users. After the test it searches the log for secrets, and compares the recorded story with
 * {@code docs/flows.md}.
 */
final class DeployedExtension
    implements ParameterResolver, BeforeEachCallback, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(DeployedExtension.class);

  /** The passwords, and the beginnings of sessions and tokens. */
  private static final List<String> SECRETS =
      List.of(
          Person.TEMPORARY_PASSWORD,
          Person.OWN_PASSWORD,
          Person.NEXT_PASSWORD,
          "AYABe",
          "eyJraWQi",
          "eyJjdHki");

  /** A configuration, which is the key of a shared stack. */
  private record Configuration(List<String> context, List<String> secondFactors) {
    private static Configuration of(ExtensionContext test) {
      var deployed = test.getRequiredTestClass().getAnnotation(Deployed.class);
      return new Configuration(List.of(deployed.value()), List.of(deployed.secondFactors()));
    }

    private DeployedStack start() {
      try {
        return DeployedStack.start(context, secondFactors);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    var stack = stack(test);
    stack.watchClientSecret();
    var story = new Story();
    var userPool = new UserPool(stack.controlUrl(), story);
    userPool.reset();
    var store = test.getStore(NAMESPACE);
    store.put(Story.class, story);
    store.put(UserPool.class, userPool);
    store.put(FrontEnd.class, new FrontEnd(stack.apiUrl(), userPool, story));
    store.put(
        Administrator.class, new Administrator(stack.userPoolUrl(), stack.userPoolId(), story));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return resolveParameter(parameter, test) != null;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var type = parameter.getParameter().getType();
    return type == DeployedStack.class ? stack(test) : test.getStore(NAMESPACE).get(type);
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    var log = stack(test).log();
    // The message leaves the log out, because it is long and contains a secret.
    assertThat(SECRETS.stream().anyMatch(log::contains)).as("a secret is in the log").isFalse();
    var flow = test.getRequiredTestMethod().getAnnotation(Flow.class);
    if (flow != null && test.getExecutionException().isEmpty()) {
      var story = test.getStore(NAMESPACE).get(Story.class, Story.class);
      FlowDocument.DOCUMENT.check(flow.value(), FlowText.of(story.steps()));
    }
  }

  /** JUnit closes it after the last test. */
  private static DeployedStack stack(ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Configuration.of(test), Configuration::start, DeployedStack.class);
  }
}
