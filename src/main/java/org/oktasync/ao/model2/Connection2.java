package org.oktasync.ao.model2;

import net.java.ao.schema.Table;

/** What of a connection's row comes with model 2, and what it is worked out from. */
@Table("CONNECTION")
public interface Connection2 extends Row2 {
  /** The version. */
  int getRevision();

  /** The version of the rules, new in model 2. */
  int getRulesRevision();

  void setRulesRevision(int revision);
}
