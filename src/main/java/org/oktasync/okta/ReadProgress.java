package org.oktasync.okta;

import org.oktasync.control.Progress;

/**
 * Tells a reading's progress. Member lists are read while people are still coming; they are shown
 * once all people are there.
 */
final class ReadProgress implements ListProgress {
  private final Progress progress;
  private long total;
  private long done;
  private boolean shown;

  ReadProgress(Progress progress) {
    this.progress = progress;
    progress.phase("read-users");
  }

  @Override
  public synchronized void memberLists(long count) {
    total = count;
  }

  @Override
  public synchronized void memberListDone() {
    done++;
    if (shown) {
      progress.advance(1);
    }
  }

  /** The people are read; from here on member lists are shown. */
  synchronized void showMemberLists() {
    shown = true;
    progress.phase("read-members");
    progress.expect(total);
    progress.advance(done);
  }
}
