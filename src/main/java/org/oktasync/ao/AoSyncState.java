package org.oktasync.ao;

import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * The row of a {@link org.oktasync.record.SyncState}, earned by one plan of one connection; times
 * are milliseconds since 1970.
 */
@Table("SYNC_STATE")
public interface AoSyncState extends AoRow {
  /** The connection. */
  @Indexed
  long getConnectionId();

  void setConnectionId(long id);

  /** The plan that earned it. */
  long getPlanId();

  void setPlanId(long id);

  /** Whether it holds for the connection: its plan is applied. */
  boolean isStanding();

  void setStanding(boolean standing);

  /** The version of the rules. */
  int getSettingsVersion();

  void setSettingsVersion(int version);

  /** Where the next reading goes on, as the source wrote it. */
  @StringLength(StringLength.UNLIMITED)
  String getToken();

  void setToken(String token);

  /** When the last full run was read. */
  long getFullAt();

  void setFullAt(long millis);

  /** When was last asked who and what still exists. */
  long getIdScanAt();

  void setIdScanAt(long millis);

  /** Active accounts that were the connection's. */
  long getOwnedUsers();

  void setOwnedUsers(long count);

  /** Memberships that were the connection's. */
  long getOwnedMemberships();

  void setOwnedMemberships(long count);

  /** Ids of people to be looked at again, as a JSON array. */
  @StringLength(StringLength.UNLIMITED)
  String getPendingUsers();

  void setPendingUsers(String json);

  /** Whether objects of Assets are not as far as this; null counts as no. */
  Boolean getObjectsBehind();

  void setObjectsBehind(Boolean behind);

  /** Ids of groups to be looked at again, as a JSON array. */
  @StringLength(StringLength.UNLIMITED)
  String getPendingGroups();

  void setPendingGroups(String json);

  /** Ids of objects to be looked at again by their lists, as a JSON object; null counts as none. */
  @StringLength(StringLength.UNLIMITED)
  String getPendingObjects();

  void setPendingObjects(String json);
}
