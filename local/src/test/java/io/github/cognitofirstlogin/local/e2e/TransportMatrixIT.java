package io.github.cognitofirstlogin.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitofirstlogin.leaks.Hostile;
import io.github.cognitofirstlogin.local.DeployedStack;
import io.github.cognitofirstlogin.local.Whole;
import io.github.cognitofirstlogin.userpool.faults.FaultPoint;
import io.github.cognitofirstlogin.userpool.faults.FaultSpace;
import io.github.cognitofirstlogin.userpool.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Faults of {@link FaultSpace} in every operation that the function calls. The test checks the
 * number of calls to the pool and the reply. A run tries a sample of the matrix, and with {@code
 * -Dwhole} the whole matrix.
 */
class TransportMatrixIT {
  /** Short, so that a missing answer does not delay the test. */
  private static final int FUNCTION_TIMEOUT_SECONDS = 3;

  private static final int CALLERS = 12;

  /** The same for each run, so that a failure can be repeated. */
  private static final int SEED = 1;

  private record Cell(FaultedCall call, FaultPoint fault) {
    private List<?> values() {
      return Stream.concat(Stream.of(call, fault.meaning()), fault.values().stream()).toList();
    }
  }

  /** One cell of the matrix after its test. */
  private record Tried(Cell cell, FaultedCall.Told told) {
    private DynamicTest test() {
      var call = cell.call();
      var fault = cell.fault();
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
      var cells = Whole.isAskedFor() ? whole() : sample();
      stack.awaitSigningKeys();
      // The first call takes longest, and on a busy machine longer than the function may take.
      tried(calls, of(cells, FaultedCall.DESCRIBE_USER_POOL_CLIENT).get(0));
      var tried = new ArrayList<Tried>();
      // The function reads the secret until it succeeds, so these calls come first and only the
      // last one succeeds.
      tried.addAll(inTurn(calls, of(cells, FaultedCall.DESCRIBE_USER_POOL_CLIENT)));
      tried.addAll(atOnce(calls, cells));
      // The requests of these operations name no user, so any request could meet the fault.
      tried.addAll(inTurn(calls, of(cells, FaultedCall.ASSOCIATE_SOFTWARE_TOKEN)));
      tried.addAll(inTurn(calls, of(cells, FaultedCall.VERIFY_SOFTWARE_TOKEN)));
      // Lost on a connection that another fault had closed, which the function cannot detect.
      for (var each : List.copyOf(tried)) {
        if (each.told().posts() == 0) {
          tried.set(tried.indexOf(each), tried(calls, each.cell()));
        }
      }
      assertThat(tried).hasSameSizeAs(cells);
      return tried.stream().map(Tried::test);
    }
  }

  @Test
  void sampleHasEachPairOfValuesThatTheWholeMatrixHas() {
    assertThat(pairs(sample())).isEqualTo(pairs(whole()));
  }

  private static Set<Set<?>> pairs(List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> FaultSpace.pairsOf(cell.values()).stream())
        .collect(Collectors.toSet());
  }

  /** In each operation each pair of values that the space has. */
  private static List<Cell> whole() {
    return Arrays.stream(FaultedCall.values())
        .flatMap(call -> call.faults().stream().map(fault -> new Cell(call, fault)))
        .toList();
  }

  /** The operation is one of the values that are paired. */
  private static List<Cell> sample() {
    return FaultSpace.pairs(whole(), Cell::values, SEED);
  }

  private static List<Cell> of(List<Cell> cells, FaultedCall call) {
    return cells.stream().filter(cell -> cell.call() == call).toList();
  }

  private static List<Tried> inTurn(FaultedCalls calls, List<Cell> cells) throws Exception {
    var tried = new ArrayList<Tried>();
    for (var cell : cells) {
      tried.add(tried(calls, cell));
    }
    return tried;
  }

  private static Tried tried(FaultedCalls calls, Cell cell) throws Exception {
    return new Tried(cell, calls.prepared(cell.call(), cell.fault()).call());
  }

  private static List<Tried> atOnce(FaultedCalls calls, List<Cell> cells) throws Exception {
    var prepared = new ArrayList<Callable<Tried>>();
    for (var cell : cells) {
      if (cell.call().namesSomebody()) {
        var ready = calls.prepared(cell.call(), cell.fault());
        prepared.add(() -> new Tried(cell, ready.call()));
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
