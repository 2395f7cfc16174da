package org.oktasync.ao.model2;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** Which plan a run applies. */
@Table("SYNC_RUN")
@Indexes(
    @Index(
        name = "state",
        methodNames = {"getConnectionId", "getRunState"}))
public interface SyncRun2 extends Row2 {
  /** In an index. */
  long getConnectionId();

  /** In an index. */
  @StringLength(16)
  String getRunState();

  /** The run whose plan it applies. */
  @Indexed
  long getPlanId();
}
