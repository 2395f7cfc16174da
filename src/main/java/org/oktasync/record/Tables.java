package org.oktasync.record;

import java.util.Map;

/** The tables of the product, seen from outside. */
public interface Tables {
  /** How many rows each table has, by the name of the table. */
  Map<String, Long> rows();

  /** What sort of database they are in, as far as it can be told. */
  String database();
}
