package org.oktasync.ao.model2;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What of a planned change's row comes with model 2, and what it is worked out from. */
@Table("PLANNED_CHANGE")
@Indexes({
  @Index(
      name = "sequence",
      methodNames = {"getPlanId", "getPlace"}),
  @Index(
      name = "nature",
      methodNames = {"getPlanId", "getKind", "getOperationName", "getPlace"}),
  @Index(
      name = "subject",
      methodNames = {"getPlanId", "getSubjectKey", "getKind", "getOperationName"}),
  @Index(
      name = "object",
      methodNames = {"getPlanId", "getObjectKey", "getKind", "getOperationName"}),
  @Index(
      name = "source",
      methodNames = {"getPlanId", "getSourceId"})
})
public interface PlannedChange2 extends Row2 {
  /** The plan. */
  long getPlanId();

  /** The phase, in model 1 alone. */
  int getPhaseNo();

  /** The number in the plan, in model 1 alone. */
  long getOrdinal();

  /** Phase and number in one, new in model 2; 0 in a row that is not brought there yet. */
  long getPlace();

  void setPlace(long place);

  /** In an index. */
  @StringLength(16)
  String getKind();

  /** In an index. */
  @StringLength(16)
  String getOperationName();

  /** Account or group name. */
  @StringLength(StringLength.MAX_LENGTH)
  String getSubject();

  /** The key of the subject; spelled out since model 2. */
  @StringLength(255)
  String getSubjectKey();

  void setSubjectKey(String key);

  /** The group of a membership; may be null. */
  @StringLength(StringLength.MAX_LENGTH)
  String getObjectName();

  /** The key of the object; spelled out since model 2. */
  @StringLength(255)
  String getObjectKey();

  void setObjectKey(String key);

  /** In an index. */
  @StringLength(128)
  String getSourceId();
}
