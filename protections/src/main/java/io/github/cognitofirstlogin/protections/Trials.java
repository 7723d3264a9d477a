package io.github.cognitofirstlogin.protections;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs all tests with all protections switched on, then each switch, with one trial for each CPU.
 */
record Trials(Path root, Progress progress) {
  /** The problems that were found, as sentences. */
  List<String> wrong(List<Switch> switches) throws IOException, InterruptedException {
    List<Module> modules = switches.stream().map(Switch::module).distinct().toList();
    new Build(root).of(modules);
    Set<String> failures = new TreeSet<>();
    for (Module module : modules) {
      List<TestName> quick = tests(switches, module, false);
      List<TestName> slow = tests(switches, module, true);
      if (!quick.isEmpty()) {
        failures.addAll(new Trial(root, module).failures(quick));
      }
      if (!slow.isEmpty()) {
        failures.addAll(new CopiedBuild(root, module).failures(slow));
      }
    }
    return failures.isEmpty()
        ? unseen(switches)
        : failures.stream().map(test -> test + " fails with everything switched on").toList();
  }

  private static List<TestName> tests(List<Switch> switches, Module module, boolean areOfBuilds) {
    return switches.stream()
        .filter(each -> each.module().equals(module) && each.needsABuild() == areOfBuilds)
        .flatMap(each -> each.tests().stream())
        .distinct()
        .toList();
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
      Set<String> failures =
          off.needsABuild()
              ? new CopiedBuild(root, off.module()).failures(off)
              : new Trial(root, off.module()).failures(off);
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
