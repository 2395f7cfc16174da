package org.oktasync.ao;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * The row of an {@link org.oktasync.model.assets.ObjectLink}. Its indexes begin with what differs,
 * for the reason that {@link AoLink} gives.
 */
@Table("OBJECT_LINK")
@Indexes({
  @Index(
      name = "identity",
      methodNames = {"getValueKey", "getConnectionId", "getTypeKey"}),
  @Index(
      name = "origin",
      methodNames = {"getSourceId", "getConnectionId", "getTypeKey"})
})
public interface AoObjectLink extends AoRow {
  /** The connection that owns the object. */
  long getConnectionId();

  void setConnectionId(long id);

  /** The object type, as it is spelled. */
  @StringLength(255)
  String getTypeName();

  void setTypeName(String name);

  /** The {@link SearchKey} of the type. */
  @StringLength(255)
  String getTypeKey();

  void setTypeKey(String folded);

  /** The value of the key, as it is spelled. */
  @StringLength(StringLength.MAX_LENGTH)
  String getKeyValue();

  void setKeyValue(String value);

  /** The {@link SearchKey} of the value; long values may share one. */
  @StringLength(255)
  String getValueKey();

  void setValueKey(String folded);

  /** The object in the source; two ids may differ in upper and lower case alone. */
  @StringLength(128)
  String getSourceId();

  void setSourceId(String id);

  /** Assets' id of the object. */
  @StringLength(64)
  String getObjectId();

  void setObjectId(String id);

  /** Name of the {@link org.oktasync.model.assets.ObjectLink.Origin}. */
  @StringLength(16)
  String getOrigin();

  void setOrigin(String origin);

  /** Since when the source has been without it, in milliseconds; null while it is there. */
  Long getMissingSince();

  void setMissingSince(Long millis);

  /** In how many readings since then it was missing. */
  int getMissingRuns();

  void setMissingRuns(int runs);

  /** Name of the {@link org.oktasync.model.assets.ObjectLink.Retired}. */
  @StringLength(16)
  String getRetired();

  void setRetired(String retired);

  /** The status before it was retired; null or empty when there was none. */
  @StringLength(255)
  String getStatusBefore();

  void setStatusBefore(String status);
}
