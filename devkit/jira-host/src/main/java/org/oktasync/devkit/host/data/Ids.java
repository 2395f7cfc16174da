package org.oktasync.devkit.host.data;

/** Hands out row ids from the table in which Jira keeps them, safe across nodes. */
public final class Ids {

  private final Jdbc jdbc;

  /** Reads and moves the counters of one database. */
  public Ids(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins to count for a table; nothing changes for one that is counted already. */
  public void begin(String table, long first) {
    jdbc.update(
        "insert into sequence_value_item (seq_name, seq_id) select cast(? as varchar(60)), "
            + first
            + " where not exists (select 1 from sequence_value_item where seq_name = ?)",
        table,
        table);
  }

  /** The next free id of a table. */
  public long next(String table) {
    return block(table, 1);
  }

  /** The first of {@code size} ids in a row that nobody else gets. */
  public long block(String table, int size) {
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
