package org.oktasync.ao;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;

/**
 * What all tables share: a row id that the database gives. It is a long because the rows of plans
 * outgrow an int in the life of a large site.
 */
public interface AoRow extends RawEntity<Long> {
  /** The row id, from 1; never used twice. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  long getID();
}
