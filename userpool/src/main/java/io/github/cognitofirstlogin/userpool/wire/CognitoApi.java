package io.github.cognitofirstlogin.userpool.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.userpool.http.Exchange;
import io.github.cognitofirstlogin.userpool.http.Handler;
import io.github.cognitofirstlogin.userpool.http.HostNames;
import io.github.cognitofirstlogin.userpool.http.Request;
import io.github.cognitofirstlogin.userpool.http.Response;
import io.github.cognitofirstlogin.userpool.http.WebPages;
import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import io.github.cognitofirstlogin.userpool.protocol.Input;
import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.protocol.Operation;
import io.github.cognitofirstlogin.userpool.protocol.ServiceModel;
import io.github.cognitofirstlogin.userpool.users.UserPool;
import io.github.cognitofirstlogin.userpool.users.UserPools;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The API for callers: the operations, and the public documents of each pool. */
public final class CognitoApi implements Handler {

  private static final String UNKNOWN = "unknown";
  private static final Pattern OPERATION_NAME = Pattern.compile("[A-Za-z]{1,64}");
  private static final String ACCESS_DENIED = "AccessDeniedException";

  /** The documents that anyone may read: keys and discovery. */
  private static final Map<String, Function<UserPool, String>> DOCUMENTS =
      Map.of("jwks.json", pool -> pool.keys().publicJson(), "openid-configuration", Discovery::of);

  private final HostNames hosts;
  private final UserPools pools;
  private final Ledger ledger;
  private final Faults faults;
  private final ServiceModel model = new ServiceModel();
  private volatile Map<String, Operation> operations;

  public CognitoApi(
      HostNames hosts,
      Map<String, Operation> operations,
      UserPools pools,
      Ledger ledger,
      Faults faults) {
    this.hosts = hosts;
    this.operations = operations;
    this.pools = pools;
    this.ledger = ledger;
    this.faults = faults;
  }

  /** Adds these operations. */
  public void use(Map<String, Operation> others) {
    operations = others;
  }

  @Override
  public void handle(Request request, Exchange exchange) {
    if (!hosts.admit(request)) {
      exchange.send(foreignHost());
      return;
    }
    if (request.method().equals("OPTIONS")) {
      exchange.send(Cors.preflight(request));
      return;
    }
    var requestId = UUID.randomUUID().toString();
    var name = name(request);
    var subject = subject(request);
    var entry = ledger.received(name, requestId, subject);
    if (WebPages.sent(request) && !mayAPageCall(name)) {
      entry.refused(ACCESS_DENIED);
      exchange.send(AwsJson.refused(accessDenied(name), 403, requestId));
      return;
    }
    Fault.Truth truth = () -> answer(request, entry, requestId);
    var fault = faults.next(name, subject);
    try {
      if (fault.isEmpty()) {
        exchange.send(truth.apply());
        return;
      }
      entry.fault(fault.get().kind());
      fault.get().fault().answer(truth, exchange);
    } catch (InterruptedException e) {
      exchange.close();
    }
  }

  private Response answer(Request request, LedgerEntry entry, String requestId) {
    try {
      if (request.method().equals("GET")) {
        return document(request.target()).orElseThrow(() -> unknownOperation(""));
      }
      var answer = run(AwsJson.operation(request), AwsJson.input(request.body()));
      entry.applied(answer);
      return AwsJson.answered(answer, requestId);
    } catch (CognitoException e) {
      entry.refused(e.type());
      return AwsJson.refused(e, e.status(), requestId);
    }
  }

  public ObjectNode run(String name, JsonNode input) {
    var operation = operations.get(name);
    if (operation == null) {
      throw unknownOperation(name);
    }
    model.check(name, input);
    return operation.answer(new Input(input));
  }

  private static String subject(Request request) {
    try {
      return request.method().equals("GET") ? "" : Subject.of(AwsJson.input(request.body()));
    } catch (CognitoException e) {
      return "";
    }
  }

  /** The name in the ledger and for faults: that of an operation or of a document. */
  private String name(Request request) {
    if (request.method().equals("GET")) {
      var last = request.target().substring(request.target().lastIndexOf('/') + 1);
      return DOCUMENTS.containsKey(last) ? last : UNKNOWN;
    }
    var name = AwsJson.operation(request);
    return operations.containsKey(name) ? name : UNKNOWN;
  }

  private Optional<Response> document(String target) {
    var parts = target.split("/", 4);
    if (parts.length != 4 || !parts[2].equals(".well-known") || !DOCUMENTS.containsKey(parts[3])) {
      return Optional.empty();
    }
    return pools
        .find(parts[1])
        .map(DOCUMENTS.get(parts[3]))
        .map(document -> Cors.allowed(Response.json(200, document)));
  }

  /** A web page has no AWS credentials, so it may not call an operation that needs them. */
  private static boolean mayAPageCall(String name) {
    return name.equals(UNKNOWN)
        || DOCUMENTS.containsKey(name)
        || Operations.WITHOUT_CREDENTIALS.contains(name);
  }

  private static CognitoException accessDenied(String name) {
    return new CognitoException(
        ACCESS_DENIED, name + " is for administrators and is not answered to a web page");
  }

  private static Response foreignHost() {
    return Response.json(
        403,
        Json.text(
            Json.object()
                .put("message", "this host name is not answered; --allow-host <name> lets it be")));
  }

  private static CognitoException unknownOperation(String name) {
    return new CognitoException(
        "UnknownOperationException",
        OPERATION_NAME.matcher(name).matches()
            ? "This user pool does not have the operation " + name + "."
            : "The request names no operation of Amazon Cognito user pools.");
  }
}
