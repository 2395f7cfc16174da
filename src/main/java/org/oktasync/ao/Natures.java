package org.oktasync.ao;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.oktasync.model.EntityKind;
import org.oktasync.plan.Operation;
import org.oktasync.record.JournalQuery;

/**
 * What changes are asked for: some kinds of things, and some of what is done to them.
 *
 * @param kinds labels of kinds
 * @param operations labels of operations
 */
record Natures(List<String> kinds, List<String> operations) {
  private static final String LEAVE = Operation.LEAVE.label();
  private static final List<String> KINDS =
      Stream.of(EntityKind.values()).map(EntityKind::label).toList();
  private static final List<String> OPERATIONS =
      Stream.of(Operation.values()).map(Operation::label).toList();

  /** What a query asks for. */
  static Natures of(JournalQuery query) {
    return new Natures(
        query.kind().isEmpty() ? KINDS : List.of(query.kind()),
        query.operation().isEmpty() ? OPERATIONS : List.of(query.operation()));
  }

  /** Those that do something. */
  Natures real() {
    return new Natures(kinds, operations.stream().filter(one -> !one.equals(LEAVE)).toList());
  }

  /** Those that leave something alone. */
  Natures leftAlone() {
    return new Natures(kinds, operations.stream().filter(LEAVE::equals).toList());
  }

  /** Whether they take in every kind, and every operation but perhaps that of leaving alone. */
  boolean wide() {
    return kinds.equals(KINDS) && operations.size() >= OPERATIONS.size() - 1;
  }

  /** These, one kind and one operation at a time. */
  List<Natures> each() {
    List<Natures> pairs = new ArrayList<>();
    for (String kind : kinds) {
      operations.forEach(one -> pairs.add(new Natures(List.of(kind), List.of(one))));
    }
    return pairs;
  }

  /** Adds the condition that a change is among them. */
  Conditions among(Conditions changes) {
    if (kinds.size() == 1) {
      changes.and("KIND = ?", kinds.get(0));
    }
    if (operations.size() == 1) {
      changes.and("OPERATION_NAME = ?", operations.get(0));
    } else if (!operations.contains(LEAVE)) {
      changes.and("OPERATION_NAME <> ?", LEAVE);
    }
    return changes;
  }
}
