package org.oktasync.ao;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import org.oktasync.model.Cursor;
import org.oktasync.record.JournalEntry;

/** Reads a list of changes to its end, in pages that begin behind the last position. */
final class JournalCursor implements Cursor<JournalEntry> {
  private static final int PAGE = 1000;

  private final JournalReader reader;
  private final ChangeList list;
  private final Deque<JournalEntry> page = new ArrayDeque<>();
  private Position last = Position.START;
  private boolean exhausted;

  JournalCursor(JournalReader reader, ChangeList list) {
    this.reader = reader;
    this.list = list;
  }

  @Override
  public boolean hasNext() {
    while (page.isEmpty() && !exhausted) {
      readPage();
    }
    return !page.isEmpty();
  }

  @Override
  public JournalEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list of changes is at its end");
    }
    return page.remove();
  }

  @Override
  public void close() {
    page.clear();
    exhausted = true;
  }

  private void readPage() {
    List<Position> positions = list.read(last, PAGE);
    page.addAll(reader.entries(positions));
    exhausted = positions.size() < PAGE;
    if (!exhausted) {
      last = positions.get(PAGE - 1);
    }
  }
}
