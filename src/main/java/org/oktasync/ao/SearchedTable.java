package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.java.ao.Query;

/**
 * Some rows of a table of changes.
 *
 * @param type the table
 * @param some conditions that all the rows keep, made anew for each query
 */
record SearchedTable<T extends AoSearchedChange>(
    ActiveObjects ao, Class<T> type, Supplier<Conditions> some) {
  /** Conditions to be added to. */
  Conditions rows() {
    return some.get();
  }

  /** These rows, but for those whose column is in a range. */
  SearchedTable<T> outside(String column, SearchKey.Range range) {
    return new SearchedTable<>(ao, type, () -> some.get().andOutside(column, range));
  }

  /** Reads rows in the order of columns of which the last is the place. */
  void read(Conditions wanted, String columns, int limit, Consumer<AoSearchedChange> reader) {
    String order = columns.replace(",", " ASC,") + " ASC";
    Query query = wanted.page(columns, order, 0, limit);
    ao.stream(type, query, reader::accept);
  }
}
