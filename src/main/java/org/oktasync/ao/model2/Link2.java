package org.oktasync.ao.model2;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What of a link's row changes with model 2, and what it is worked out from. */
@Table("LINK")
@Indexes(
    @Index(
        name = "source",
        methodNames = {"getSourceId", "getConnectionId", "getKind"}))
public interface Link2 extends Row2 {
  /** In the index. */
  long getConnectionId();

  /** In the index. */
  @StringLength(16)
  String getKind();

  /** In the index. */
  @StringLength(128)
  String getSourceId();

  /** Account or group name. */
  @StringLength(255)
  String getName();

  /** The key of the name; spelled out since model 2. */
  @StringLength(255)
  String getNameKey();

  void setNameKey(String key);
}
