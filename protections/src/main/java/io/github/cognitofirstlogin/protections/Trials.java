package io.github.cognitofirstlogin.protections;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * First everything switched on, then each switch off, as many at a time as there are processors.
 */
record Trials(Path root, Progress progress) {
  /** What is not as it should be, in words. */
  List<String> wrong(List<Switch> switches) throws IOException, InterruptedException {
    List<Module> modules = switches.stream().map(Switch::module).distinct().toList();
    new Build(root).of(modules);
    List<String> wrong = new ArrayList<>();
    for (Module module : modules) {
      List<TestName> tests =
          switches.stream()
              .filter(each -> each.module().equals(module))
              .flatMap(each -> each.tests().stream())
              .distinct()
              .toList();
      new Trial(root, module)
          .failures(tests)
          .forEach(test -> wrong.add(test + " fails with everything switched on"));
    }
    return wrong.isEmpty() ? unseen(switches) : wrong;
  }

  private List<String> unseen(List<Switch> switches) throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Callable<List<String>>> trials = new ArrayList<>();
      switches.forEach(off -> trials.add(() -> unseen(off)));
      List<String> unseen = new ArrayList<>();
      for (Future<List<String>> trial : threads.invokeAll(trials)) {
        unseen.addAll(trial.get());
      }
      return unseen;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> unseen(Switch off) throws IOException, InterruptedException {
    List<String> unseen = new ArrayList<>();
    try {
      Set<String> failures = new Trial(root, off.module()).failures(off);
      for (TestName test : off.tests()) {
        if (!failures.contains(test.toString())) {
          unseen.add(test + " does not fail with this switched off: " + off);
        }
      }
    } catch (IllegalStateException e) {
      unseen.add(off + ": " + e.getMessage());
    }
    progress.done(off, unseen.isEmpty());
    return unseen;
  }
}
