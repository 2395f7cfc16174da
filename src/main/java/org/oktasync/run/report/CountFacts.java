package org.oktasync.run.report;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.EntityKind;
import org.oktasync.record.Fact;
import org.oktasync.record.RunCounts;
import org.oktasync.record.Tally;

/** What a run did to people, groups and memberships, as facts. */
final class CountFacts {
  private CountFacts() {}

  /**
   * A fact for each count that tells something, for example {@code user-created}; what stayed as it
   * was is left out.
   */
  static List<Fact> of(RunCounts counts) {
    List<Fact> facts = new ArrayList<>();
    for (EntityKind kind : EntityKind.values()) {
      for (Tally tally : Tally.values()) {
        long count = counts.get(kind, tally);
        if (count > 0 && tally != Tally.UNCHANGED) {
          facts.add(Fact.of(kind.label() + "-" + tally.label(), count));
        }
      }
    }
    return facts;
  }
}
