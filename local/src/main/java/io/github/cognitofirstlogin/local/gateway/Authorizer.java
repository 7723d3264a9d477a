package io.github.cognitofirstlogin.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.cognitofirstlogin.userpool.http.Request;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A Lambda authorizer of type REQUEST with payload format 2.0 and simple responses. Each request
 * calls it again, because its answers are not cached.
 */
public record Authorizer(
    Function<byte[], CompletableFuture<byte[]>> function, List<IdentitySource> identitySources) {

  /** The longest time for which API Gateway waits for an authorizer. */
  private static final long TIMEOUT_SECONDS = 10;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The authorizer gave no answer, or an answer that neither allows nor denies. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private Failure(String what) {
      super("the authorizer " + what);
    }
  }

  public Authorizer {
    identitySources = List.copyOf(identitySources);
  }

  /** The identity values of the request; empty if one of them is missing. */
  Optional<List<String>> identity(Request request, Target target) {
    var values =
        identitySources.stream().flatMap(source -> source.value(request, target).stream()).toList();
    return values.size() == identitySources.size() ? Optional.of(values) : Optional.empty();
  }

  /** The context of an answer that allows, null if it has none; empty for an answer that denies. */
  Optional<JsonNode> context(byte[] event) throws Failure, InterruptedException {
    var answer = parse(answer(event));
    var isAuthorized = answer.path("isAuthorized");
    if (!isAuthorized.isBoolean()) {
      throw new Failure("answers without isAuthorized");
    }
    var context = answer.path("context");
    if (!context.isObject() && !context.isMissingNode() && !context.isNull()) {
      throw new Failure("answers with a context that is no object");
    }
    return isAuthorized.booleanValue()
        ? Optional.of(context.isObject() ? context : NullNode.getInstance())
        : Optional.empty();
  }

  private byte[] answer(byte[] event) throws Failure, InterruptedException {
    try {
      return function.apply(event).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new Failure("failed: " + e.getCause());
    } catch (TimeoutException e) {
      throw new Failure("took longer than " + TIMEOUT_SECONDS + " s");
    }
  }

  private static JsonNode parse(byte[] answer) throws Failure {
    try {
      return JSON.readTree(answer);
    } catch (IOException e) {
      // The cause is left out, because its message quotes the answer.
      throw new Failure("answers with something else than JSON");
    }
  }
}
