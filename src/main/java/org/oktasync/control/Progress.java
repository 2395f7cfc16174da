package org.oktasync.control;

/** Where a run tells how far it is. Implementations must be safe for many threads and fast. */
public interface Progress {
  /** Nobody watches. */
  Progress NONE =
      new Progress() {
        @Override
        public void phase(String name) {}

        @Override
        public void expect(long items) {}

        @Override
        public void advance(long items) {}
      };

  /** A new phase begins, by its stable name, for example {@code read-users}; counts start at 0. */
  void phase(String name);

  /** So many more items of this phase are now known to be ahead. */
  void expect(long items);

  /** So many more items of this phase are done. */
  void advance(long items);
}
