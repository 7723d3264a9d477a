package io.github.cognitofirstlogin.local;

import io.github.cognitofirstlogin.userpool.template.Resolver;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The Cognito that the function calls: the template's user pool on this machine, or another. */
interface Cognito extends AutoCloseable {

  String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";
  String CLIENT_ID_VARIABLE = "USER_POOL_CLIENT_ID";
  String POOL_ID_VARIABLE = "USER_POOL_ID";

  /** The AWS region of the template's functions. */
  String region(Template template);

  /** Makes the template's pool and client known to the resolver. */
  void create(Template template, Resolver resolver, Consumer<String> warnings);

  /** The environment variables with which the function calls this Cognito. */
  Map<String, String> functionEnvironment();

  /** A demo user for a first login, if the pool has no users. */
  Optional<FirstLogin> demoUser(String apiUrl) throws IOException, InterruptedException;

  /** Notes for the user of the local run, one line each. */
  List<String> notes();

  @Override
  void close();

  /** The Cognito of the environment variables, or else a local user pool. */
  static Cognito from(Map<String, String> environment, LocalUserPool.Start localUserPool)
      throws IOException {
    var endpoint = environment.getOrDefault(ENDPOINT_VARIABLE, "");
    var clientId = environment.getOrDefault(CLIENT_ID_VARIABLE, "");
    if (endpoint.isEmpty() && clientId.isEmpty()) {
      return localUserPool.start();
    }
    if (endpoint.isEmpty() || clientId.isEmpty()) {
      throw new StartFailure(
          "%s is set but %s is not: set both to use another Cognito, or neither"
              .formatted(
                  endpoint.isEmpty() ? CLIENT_ID_VARIABLE : ENDPOINT_VARIABLE,
                  endpoint.isEmpty() ? ENDPOINT_VARIABLE : CLIENT_ID_VARIABLE));
    }
    return new OtherCognito(
        endpoint,
        clientId,
        Optional.ofNullable(environment.get(POOL_ID_VARIABLE)),
        environment.getOrDefault("AWS_REGION", "us-east-1"));
  }
}
