package org.oktasync.plan;

import java.util.BitSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.oktasync.model.ExternalId;
import org.oktasync.rows.KeyedRows;

/** Who should be a member of a group: a bit for everybody whom the plan is about. */
final class WantedMembers {
  private final PlannedPeople people;
  private final BitSet planned = new BitSet();
  private final TreeSet<ExternalId> others = new TreeSet<>();

  WantedMembers(PlannedPeople people) {
    this.people = people;
  }

  void add(ExternalId id) {
    int number = people.numberOf(id);
    if (number == KeyedRows.NONE) {
      others.add(id);
    } else {
      planned.set(number);
    }
  }

  /** Strikes somebody off; answers whether they were in. */
  boolean remove(ExternalId id) {
    int number = people.numberOf(id);
    if (number == KeyedRows.NONE) {
      return others.remove(id);
    }
    boolean was = planned.get(number);
    planned.clear(number);
    return was;
  }

  /** Everybody: first whom the plan is about, then others, each by id. */
  Stream<ExternalId> all() {
    return Stream.concat(planned.stream().mapToObj(people::idOf), others.stream());
  }
}
