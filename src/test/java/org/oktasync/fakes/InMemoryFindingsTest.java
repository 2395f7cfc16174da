package org.oktasync.fakes;

import org.oktasync.record.Findings;
import org.oktasync.record.FindingsContract;

public final class InMemoryFindingsTest extends FindingsContract {
  private final Findings findings = new InMemoryFindings();

  @Override
  protected Findings findings() {
    return findings;
  }
}
