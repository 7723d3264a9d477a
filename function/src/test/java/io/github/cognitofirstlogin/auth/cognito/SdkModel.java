package io.github.cognitofirstlogin.auth.cognito;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/** The operations in the SDK's own model. */
final class SdkModel {
  private SdkModel() {}

  /** The operation with this name in Cognito. */
  static Operation operation(String name) {
    return Operation.valueOf(name.replaceAll("(?<=.)(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }

  /** The exceptions that the model declares for an operation. */
  static SortedSet<String> exceptions(Operation operation) {
    String name = operation.name().replace("_", "").toLowerCase(Locale.ROOT);
    return Arrays.stream(CognitoIdentityProviderClient.class.getMethods())
        .filter(method -> method.getName().toLowerCase(Locale.ROOT).equals(name))
        .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
        .filter(CognitoIdentityProviderException.class::isAssignableFrom)
        .map(Class::getSimpleName)
        .filter(exception -> !exception.equals("CognitoIdentityProviderException"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
