package io.github.cognitofirstlogin.drift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The differences of two models that concern the operations in use. */
final class Comparison {
  private final ServiceModel from;
  private final ServiceModel to;
  private final Set<String> inUse;

  Comparison(ServiceModel from, ServiceModel to, Set<String> inUse) {
    this.from = from;
    this.to = to;
    this.inUse = inUse;
  }

  List<Move> moves() {
    var moves = new ArrayList<Move>();
    moves.addAll(operationsInUse());
    moves.addAll(shapes());
    moves.addAll(exceptions(from, to, "%s is a new exception of %s."));
    moves.addAll(exceptions(to, from, "%s is no longer an exception of %s."));
    moves.addAll(otherOperations());
    moves.addAll(otherExceptions());
    return moves;
  }

  private List<Move> operationsInUse() {
    var moves = new ArrayList<Move>();
    for (var operation : new TreeSet<>(inUse)) {
      if (from.has(operation) && !to.has(operation)) {
        moves.add(new Move(operation + " is gone, and it is in use here.", List.of(operation)));
      } else if (to.has(operation) && !from.has(operation)) {
        moves.add(new Move(operation + " is new, and it is in use here.", List.of(operation)));
      }
    }
    return moves;
  }

  private List<Move> shapes() {
    var moves = new ArrayList<Move>();
    var before = from.shapesOf(common());
    to.shapesOf(common())
        .forEach(
            (name, users) -> {
              if (before.containsKey(name)) {
                moves.addAll(new ShapeMoves(name, from.shape(name), to.shape(name), users).all());
              }
            });
    return moves;
  }

  /** The exceptions of operations in use that only {@code newer} has. */
  private List<Move> exceptions(ServiceModel older, ServiceModel newer, String form) {
    SortedMap<String, SortedSet<String>> added = new TreeMap<>();
    for (var operation : common()) {
      for (var exception : missing(older.exceptions(operation), newer.exceptions(operation))) {
        added.computeIfAbsent(exception, each -> new TreeSet<>()).add(operation);
      }
    }
    var moves = new ArrayList<Move>();
    added.forEach(
        (exception, operations) -> {
          var names = new ArrayList<>(namesOf(exception));
          operations.forEach(operation -> names.add(inThePinnedModel(operation)));
          moves.add(new Move(form.formatted(exception, listed(operations)), names));
        });
    return moves;
  }

  private List<Move> otherOperations() {
    var moves = new ArrayList<Move>();
    var added = missing(from.operations(), to.operations());
    added.removeAll(inUse);
    if (!added.isEmpty()) {
      var open = added.stream().filter(to::isOpenToClients).toList();
      var closed = new ArrayList<>(added);
      closed.removeAll(open);
      moves.add(
          new Move(
              ("The model has operations that are new and not in use here (%d). A client can call"
                      + " these without AWS credentials: %s. These need AWS credentials: %s.")
                  .formatted(added.size(), listed(open), listed(closed)),
              List.copyOf(added)));
    }
    var removed = missing(to.operations(), from.operations());
    removed.removeAll(inUse);
    if (!removed.isEmpty()) {
      moves.add(
          new Move(
              "These operations are gone, and they are not in use here: %s."
                  .formatted(listed(removed)),
              List.copyOf(removed)));
    }
    return moves;
  }

  /**
   * The new exceptions of operations that are not in use, which operations in use may get later.
   */
  private List<Move> otherExceptions() {
    var added = missing(from.exceptions(), to.exceptions());
    for (var operation : common()) {
      added.removeAll(to.exceptions(operation));
    }
    return added.stream()
        .map(
            exception ->
                new Move(
                    exception + " is a new exception of operations that are not in use here.",
                    namesOf(exception)))
        .toList();
  }

  private SortedSet<String> common() {
    var common = new TreeSet<>(inUse);
    common.removeIf(operation -> !from.has(operation) || !to.has(operation));
    return common;
  }

  /** The beginning of the line for an operation or a shape in the user pool's model. */
  static String inThePinnedModel(String name) {
    return "    \"" + name + "\": {";
  }

  /** The table of refusals has the name without the suffix. */
  private static List<String> namesOf(String exception) {
    return List.of(exception, exception.replaceFirst("Exception$", ""));
  }

  static SortedSet<String> missing(Collection<String> here, Collection<String> there) {
    var missing = new TreeSet<>(there);
    missing.removeAll(here);
    return missing;
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
