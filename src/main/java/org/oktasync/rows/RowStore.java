package org.oktasync.rows;

/** Where rows are kept for as long as a piece of work takes. */
public interface RowStore {
  /** Keeps rows in memory: for few. */
  RowStore IN_MEMORY =
      new RowStore() {
        @Override
        public <T> NumberedRows<T> list(String label, RowFormat<T> format) {
          return new ListInMemory<>();
        }

        @Override
        public <T> KeyedRows<T> open(String label, RowFormat<T> format) {
          return new RowsInMemory<>(format);
        }

        @Override
        public <T> SortedRows<T> sort(String label, RowFormat<T> format) {
          return new SortedInMemory<>(format);
        }
      };

  /**
   * Makes room for rows that are found by number alone.
   *
   * @param label what they are, in one word
   */
  <T> NumberedRows<T> list(String label, RowFormat<T> format);

  /**
   * Makes room for rows that are found by key.
   *
   * @param label what they are, in one word
   */
  <T> KeyedRows<T> open(String label, RowFormat<T> format);

  /**
   * Makes room for rows that are read in the order of their keys.
   *
   * @param label what they are, in one word
   */
  <T> SortedRows<T> sort(String label, RowFormat<T> format);
}
