package org.oktasync.okta;

import org.oktasync.control.Progress;

/** Tells how many of the lists that tell who has what are read. */
final class EntitlementProgress implements ListProgress {
  private final Progress progress;

  EntitlementProgress(Progress progress) {
    this.progress = progress;
    progress.phase("read-entitlements");
  }

  @Override
  public void memberLists(long count) {
    progress.expect(count);
  }

  @Override
  public void memberListDone() {
    progress.advance(1);
  }
}
