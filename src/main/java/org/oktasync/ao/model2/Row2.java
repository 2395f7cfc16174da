package org.oktasync.ao.model2;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;

/** What all tables of model 2 share. */
public interface Row2 extends RawEntity<Long> {
  /** The row id. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  long getID();
}
