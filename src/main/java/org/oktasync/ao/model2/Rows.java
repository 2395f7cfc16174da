package org.oktasync.ao.model2;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.function.Consumer;
import net.java.ao.Query;

/**
 * Goes through all rows of a table in chunks, each read and written in a transaction of its own. An
 * upgrade that breaks off begins again with the first row: what is done to a row must not mind that
 * it was done before.
 */
final class Rows {
  private static final int CHUNK = 300;

  private final ActiveObjects ao;

  Rows(ActiveObjects ao) {
    this.ao = ao;
  }

  /** Changes each row of a table; what is set is saved. */
  <T extends Row2> void change(Class<T> type, Consumer<T> change) {
    long last = 0;
    while (last < Long.MAX_VALUE) {
      long after = last;
      last = ao.executeInTransaction(() -> changeChunk(type, after, change));
    }
  }

  /** The id of the last row of the chunk; the highest there can be when there was none. */
  private <T extends Row2> long changeChunk(Class<T> type, long after, Consumer<T> change) {
    Query next = Query.select("ID").where("ID > ?", after).order("ID ASC").limit(CHUNK);
    long last = Long.MAX_VALUE;
    for (T row : ao.find(type, next)) {
      last = row.getID();
      change.accept(row);
      row.save();
    }
    return last;
  }
}
