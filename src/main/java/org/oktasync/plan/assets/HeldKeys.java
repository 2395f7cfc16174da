package org.oktasync.plan.assets;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.model.NameFolding;

/** Keys that stay with objects of one type that are left alone, though others are to have them. */
final class HeldKeys {
  private final BoundRule key;
  private final ReferenceBook book;

  /** Who keeps which folded key. */
  private final Map<String, String> holders = new TreeMap<>();

  /**
   * @param key the rule of the attribute that tells objects apart
   */
  HeldKeys(BoundRule key, ReferenceBook book) {
    this.key = key;
    this.book = book;
  }

  /** The objects of a meeting are left alone: whoever has another key keeps it. */
  void keep(Meeting meeting) {
    for (CurrentObject one : meeting.current()) {
      String now = keyNow(one);
      if (!now.isEmpty() && !now.equals(meeting.key())) {
        holders.put(now, one.object().objectKey());
      }
    }
  }

  /** Takes out the moves that wait for one of these keys; those objects keep theirs, too. */
  void leaveOut(KeyMoves moves) {
    moves.leaveOut(holders);
  }

  boolean isEmpty() {
    return holders.isEmpty();
  }

  /** Who keeps the key that the one source object of a meeting is to have; empty when nobody. */
  Optional<String> against(Meeting meeting) {
    String holder = meeting.desired().size() == 1 ? holders.get(meeting.key()) : null;
    return Optional.ofNullable(holder)
        .filter(any -> meeting.current().stream().noneMatch(one -> has(one, meeting.key())));
  }

  private boolean has(CurrentObject object, String wanted) {
    return keyNow(object).equals(wanted);
  }

  private String keyNow(CurrentObject object) {
    AttributeState now = AttributeState.of(object.object(), key, book);
    return now.texts().size() == 1 ? NameFolding.fold(now.first()) : "";
  }
}
