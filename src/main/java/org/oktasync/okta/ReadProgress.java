package org.oktasync.okta;

import org.oktasync.control.Progress;

/**
 * Tells a reading's progress. Member lists are read while people are still coming; they are shown
 * once all people are there.
 */
final class ReadProgress {
  private final Progress progress;
  private long total;
  private long done;
  private boolean shown;

  ReadProgress(Progress progress) {
    this.progress = progress;
    progress.phase("read-users");
  }

  /** So many member lists are to be read. */
  synchronized void memberLists(long count) {
    total = count;
  }

  /** One member list is done. */
  synchronized void memberListDone() {
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
