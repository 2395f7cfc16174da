package org.oktasync.run.assets;

import java.util.Set;

/** How much of the list of a mapping a run looks at. */
public sealed interface ListPart {
  /** All of it, whatever that takes. */
  record All() implements ListPart {}

  /** Nothing of it, because nothing in it changed. */
  record Nothing() implements ListPart {}

  /**
   * All of it as long as that takes few calls. A longer one waits for a run that reads everything,
   * but for some of its objects.
   *
   * @param calls at most so many
   * @param again ids of objects that are looked at however long the list is
   * @param callsForThem at most so many
   */
  record Short(int calls, Set<String> again, int callsForThem) implements ListPart {
    public Short {
      again = Set.copyOf(again);
    }
  }

  /**
   * Some of its objects; where the source cannot be asked for some, as {@link Short}.
   *
   * @param ids their ids
   * @param calls at most so many
   */
  record Some(Set<String> ids, int calls) implements ListPart {
    public Some {
      ids = Set.copyOf(ids);
    }
  }

  /** All of every list. */
  ListPart ALL = new All();

  /** Nothing. */
  ListPart NOTHING = new Nothing();

  /** A list of which nothing is known, and that no run but a full one reads. */
  ListPart WAITS = new Short(0, Set.of(), 0);
}
