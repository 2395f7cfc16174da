package org.oktasync.devkit.host.users;

import org.oktasync.devkit.host.data.Jdbc;

/** Hands out row ids from the table in which Jira keeps them, safe across nodes. */
final class Ids {

  private final Jdbc jdbc;

  Ids(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** The next free id of a table. */
  long next(String table) {
    return block(table, 1);
  }

  /** The first of {@code size} ids in a row that nobody else gets. */
  long block(String table, int size) {
    long[] end = new long[1];
    jdbc.atomically(
        () -> {
          jdbc.update(
              "update sequence_value_item set seq_id = seq_id + ? where seq_name = ?", size, table);
          end[0] =
              jdbc.first(
                      "select seq_id from sequence_value_item where seq_name = ?",
                      row -> row.getLong(1),
                      table)
                  .orElseThrow(() -> new IllegalStateException("No ids are kept for " + table));
        });
    return end[0] - size;
  }
}
