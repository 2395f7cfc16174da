package org.oktasync.ao.model2;

import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What of a finding's row changes with model 2, and what it is worked out from. */
@Table("FINDING")
public interface Finding2 extends Row2 {
  /** In an index. */
  @Indexed
  long getConnectionId();

  /** How a person knows it. */
  @StringLength(StringLength.UNLIMITED)
  String getSubject();

  /** The key of the subject; spelled out since model 2. */
  @StringLength(255)
  String getSubjectKey();

  void setSubjectKey(String key);
}
