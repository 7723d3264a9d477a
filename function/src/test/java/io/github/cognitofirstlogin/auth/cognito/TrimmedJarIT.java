package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;

/** What the build leaves of the SDK in the jar that is deployed. */
class TrimmedJarIT {
  @Test
  void clientHasTheOperationsThatTheFunctionCallsAndNoOther() throws Exception {
    try (var jar = deployed()) {
      assertThat(operations(jar.loadClass(CognitoIdentityProviderClient.class.getName())))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Operation.values())
                  .map(operation -> operation.name().replace("_", "").toLowerCase(Locale.ROOT))
                  .toList());
    }
  }

  /** One that is missing would be told as another. */
  @Test
  void everyExceptionOfTheseOperationsIsThere() throws Exception {
    try (var jar = deployed()) {
      for (Operation operation : Operation.values()) {
        for (String exception : SdkModel.exceptions(operation)) {
          String name = CognitoIdentityProviderRequest.class.getPackageName() + "." + exception;
          assertThat(jar.loadClass(name).getClassLoader()).isSameAs(jar);
        }
      }
    }
  }

  private static URLClassLoader deployed() throws Exception {
    URL jar = Path.of("function/target/function.jar").toUri().toURL();
    return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  private static Stream<String> operations(Class<?> client) {
    return Arrays.stream(client.getMethods())
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> method.getParameterTypes()[0].getSimpleName().endsWith("Request"))
        .map(method -> method.getName().toLowerCase(Locale.ROOT));
  }
}
