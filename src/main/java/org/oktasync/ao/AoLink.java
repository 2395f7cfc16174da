package org.oktasync.ao;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * The row of a {@link org.oktasync.model.Link}.
 *
 * <p>The indexes begin with what differs, and there is none on the connection alone: a planner
 * without statistics, as after a first run, would take that one for the many links that one
 * statement looks up, and read all rows of the connection each time.
 */
@Table("LINK")
@Indexes({
  @Index(
      name = "source",
      methodNames = {"getSourceId", "getConnectionId", "getKind"}),
  @Index(
      name = "name",
      methodNames = {"getNameKey", "getConnectionId", "getKind"}),
  @Index(
      name = "leaving",
      methodNames = {"getLeavingSince"})
})
public interface AoLink extends AoRow {
  /** The connection that owns it. */
  long getConnectionId();

  void setConnectionId(long id);

  /** Label of the kind, {@code user} or {@code group}. */
  @StringLength(16)
  String getKind();

  void setKind(String label);

  /** The object in the source; two ids may differ in upper and lower case alone. */
  @StringLength(128)
  String getSourceId();

  void setSourceId(String id);

  /** The target directory. */
  long getDirectoryId();

  void setDirectoryId(long id);

  /** Account or group name, as it is spelled. */
  @StringLength(255)
  String getName();

  void setName(String name);

  /** The {@link SearchKey} of the name, by which links are sorted, too. */
  @StringLength(255)
  String getNameKey();

  void setNameKey(String folded);

  /** Jira's user key; null or empty for groups and while unknown. */
  @StringLength(255)
  String getUserKey();

  void setUserKey(String key);

  /** Name of the {@link org.oktasync.model.Link.Origin}. */
  @StringLength(16)
  String getOrigin();

  void setOrigin(String origin);

  /** Whether members that the product did not add are never removed. */
  boolean isKeepUnowned();

  void setKeepUnowned(boolean keep);

  /** Whether an administrator chose this very group. */
  boolean isNamedByAdmin();

  void setNamedByAdmin(boolean named);

  /** When the source was last asked about the person at a login; null when it never was. */
  Long getLookedAt();

  void setLookedAt(Long millis);

  /** When somebody last wanted to ask; written to lock the row. */
  Long getLookTriedAt();

  void setLookTriedAt(Long millis);

  /** When the product deactivated the account, in milliseconds; null when it did not. */
  Long getDeactivatedAt();

  void setDeactivatedAt(Long millis);

  /** Since when the account waits to be deactivated; null when it does not. */
  Long getLeavingSince();

  void setLeavingSince(Long millis);

  /** When the person was last told what will happen to the account; null when they never were. */
  Long getWarnedAt();

  void setWarnedAt(Long millis);

  /** When somebody last wanted to tell them; written to lock the row. */
  Long getWarnTriedAt();

  void setWarnTriedAt(Long millis);
}
