package org.oktasync.ao;

import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** An administrator's word that somebody takes over an account of another directory. */
@Table("TAKE_OVER")
public interface AoTakeOver extends AoRow {
  /** The connection. */
  @Indexed
  long getConnectionId();

  void setConnectionId(long id);

  /** The person in Okta. */
  @StringLength(128)
  String getSourceId();

  void setSourceId(String id);

  /** The name of both accounts. */
  @StringLength(255)
  String getName();

  void setName(String name);

  /** The other directory. */
  long getDirectoryId();

  void setDirectoryId(long id);

  /** The key that Jira had for the name; null or empty when it did not say. */
  @StringLength(255)
  String getUserKey();

  void setUserKey(String key);

  /** Who gave the word. */
  @StringLength(255)
  String getGivenBy();

  void setGivenBy(String user);

  /** When they gave it, in milliseconds since 1970. */
  long getGivenAt();

  void setGivenAt(long time);
}
