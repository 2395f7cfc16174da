package org.oktasync.fakes;

import org.oktasync.record.RunEnds;
import org.oktasync.record.RunEndsContract;
import org.oktasync.record.RunJournal;

public final class InMemoryRunEndsTest extends RunEndsContract {
  private final InMemoryJournal journal = new InMemoryJournal(new InMemoryPlanStore());
  private final InMemoryRunEnds ends = new InMemoryRunEnds(journal);

  @Override
  protected RunEnds ends() {
    return ends;
  }

  @Override
  protected RunJournal journal() {
    return journal;
  }
}
