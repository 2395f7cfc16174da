package org.oktasync.record;

import java.util.List;

/** Tells how much room the product's tables take. */
public interface JournalSize {
  /**
   * One table.
   *
   * @param name its name, without the prefix that Jira gives to all our tables
   * @param rows how many rows it has
   * @param bytes about how much room they and their indexes take
   */
  record Table(String name, long rows, long bytes) {}

  /** All tables, the largest first. */
  List<Table> tables();
}
