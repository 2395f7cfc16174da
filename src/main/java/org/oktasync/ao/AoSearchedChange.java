package org.oktasync.ao;

import net.java.ao.schema.StringLength;

/**
 * What changes are filtered and searched by. It stands with each planned change, and once more with
 * the result of one that was not applied, so that no question has to join the two tables.
 */
public interface AoSearchedChange extends AoRow {
  /** Its {@link Place} in the plan; places grow in the order of application. */
  long getPlace();

  void setPlace(long place);

  /** Label of the kind of thing. */
  @StringLength(16)
  String getKind();

  void setKind(String label);

  /** Label of what is done. */
  @StringLength(16)
  String getOperationName();

  void setOperationName(String label);

  /** The {@link SearchKey} of the subject. */
  @StringLength(255)
  String getSubjectKey();

  void setSubjectKey(String key);

  /** The {@link SearchKey} of the object; null or empty when there is none. */
  @StringLength(255)
  String getObjectKey();

  void setObjectKey(String key);

  /** The person or group in the source. */
  @StringLength(128)
  String getSourceId();

  void setSourceId(String id);
}
