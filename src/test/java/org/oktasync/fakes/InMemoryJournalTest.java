package org.oktasync.fakes;

import org.oktasync.record.PlanStore;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunJournalContract;

public final class InMemoryJournalTest extends RunJournalContract {
  private final InMemoryPlanStore plans = new InMemoryPlanStore();
  private final RunJournal journal = new InMemoryJournal(plans);

  @Override
  protected RunJournal journal() {
    return journal;
  }

  @Override
  protected PlanStore plans() {
    return plans;
  }
}
