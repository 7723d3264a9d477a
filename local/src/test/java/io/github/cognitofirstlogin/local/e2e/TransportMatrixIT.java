package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.local.DeployedStack;
import io.github.cognitofirstlogin.oracle.Hostile;
import io.github.cognitofirstlogin.userpool.faults.FaultPoint;
import io.github.cognitofirstlogin.userpool.faults.FaultSpace;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Faults of {@link FaultSpace}, with every pair of values of its dimensions, in every operation
 * that the function calls. It checks the number of calls to the pool and the reply.
 */
class TransportMatrixIT {
  /** Short, so that a missing answer does not delay the test. */
  private static final int FUNCTION_TIMEOUT_SECONDS = 3;

  private static final int CALLERS = 12;

  /** One cell of the matrix after its test. */
  private record Tried(FaultedCall call, FaultPoint fault, FaultedCall.Told told) {
    private DynamicTest test() {
      return DynamicTest.dynamicTest(
          call + ", " + fault,
          () -> {
            assertThat(told.outcome()).as("%s, %s", call, fault).isEqualTo(call.outcome(fault));
            assertThat(told.took()).as("%s, %s", call, fault).isEqualTo(call.took(fault));
            assertThat(told.posts()).as("%s, %s", call, fault).isEqualTo(FaultedCall.posts(fault));
          });
    }
  }

  @TestFactory
  @Hostile({"F5", "F6", "F7", "F8", "F10", "F11", "F12", "F14", "F22", "K117", "K118"})
  Stream<DynamicTest> callIsSentOnceUnlessThrottledAndItsOutcomeIsReported() throws Exception {
    try (var stack =
        DeployedStack.start(
            List.of("confidentialClient=true", "mfa=required"), TransportMatrixIT::endSoon)) {
      stack.watchClientSecret();
      var calls = new FaultedCalls(stack);
      var tried = new ArrayList<Tried>();
      // The function reads the secret until it succeeds, so these calls come first and only the
      // last one succeeds.
      tried.addAll(inTurn(calls, FaultedCall.DESCRIBE_USER_POOL_CLIENT));
      tried.addAll(atOnce(calls));
      // Their requests name no user, so any request could meet the fault.
      tried.addAll(inTurn(calls, FaultedCall.ASSOCIATE_SOFTWARE_TOKEN));
      tried.addAll(inTurn(calls, FaultedCall.VERIFY_SOFTWARE_TOKEN));
      // Lost on a connection that another fault had closed, which the function cannot detect.
      for (var each : List.copyOf(tried)) {
        if (each.told().posts() == 0) {
          tried.set(tried.indexOf(each), tried(calls, each.call(), each.fault()));
        }
      }
      assertThat(tried).hasSizeGreaterThan(500);
      return tried.stream().map(Tried::test);
    }
  }

  private static List<Tried> inTurn(FaultedCalls calls, FaultedCall call) throws Exception {
    var tried = new ArrayList<Tried>();
    for (var fault : call.faults()) {
      tried.add(tried(calls, call, fault));
    }
    return tried;
  }

  private static Tried tried(FaultedCalls calls, FaultedCall call, FaultPoint fault)
      throws Exception {
    return new Tried(call, fault, calls.prepared(call, fault).call());
  }

  private static List<Tried> atOnce(FaultedCalls calls) throws Exception {
    var prepared = new ArrayList<Callable<Tried>>();
    for (var call : FaultedCall.values()) {
      if (call.namesSomebody()) {
        for (var fault : call.faults()) {
          var ready = calls.prepared(call, fault);
          prepared.add(() -> new Tried(call, fault, ready.call()));
        }
      }
    }
    var callers = Executors.newFixedThreadPool(CALLERS);
    try {
      var tried = new ArrayList<Tried>();
      for (var each : callers.invokeAll(prepared)) {
        tried.add(each.get());
      }
      return tried;
    } finally {
      callers.shutdown();
    }
  }

  private static void endSoon(Template template) {
    for (var function : template.resources("AWS::Lambda::Function")) {
      ((ObjectNode) function.properties()).put("Timeout", FUNCTION_TIMEOUT_SECONDS);
    }
  }
}
