package org.oktasync.ao;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** One change of a stored plan; inserted once, never updated. */
@Table("PLANNED_CHANGE")
@Indexes(
    @Index(
        name = "place",
        methodNames = {"getPlanId", "getPhaseNo", "getOrdinal"}))
public interface AoPlannedChange extends AoRow {
  /** The plan, by the id of the run that made it. */
  long getPlanId();

  void setPlanId(long id);

  /** The phase, as {@link PhaseNumber} counts. */
  int getPhaseNo();

  void setPhaseNo(int number);

  /** Its number in the plan, in order of arrival, from 1. */
  long getOrdinal();

  void setOrdinal(long ordinal);

  /** Label of the kind of thing. */
  @StringLength(16)
  String getKind();

  void setKind(String label);

  /** Label of what is done. */
  @StringLength(16)
  String getOperationName();

  void setOperationName(String label);

  /** Account or group name. */
  @StringLength(StringLength.MAX_LENGTH)
  String getSubject();

  void setSubject(String name);

  /** The subject as it is searched for. */
  @StringLength(255)
  String getSubjectKey();

  void setSubjectKey(String folded);

  /** The group of a membership; null or empty otherwise. */
  @StringLength(StringLength.MAX_LENGTH)
  String getObjectName();

  void setObjectName(String name);

  /** The object as it is searched for. */
  @StringLength(255)
  String getObjectKey();

  void setObjectKey(String folded);

  /** The person or group in the source. */
  @StringLength(128)
  String getSourceId();

  void setSourceId(String id);

  /** The source's id of the group of a membership; null or empty otherwise. */
  @StringLength(128)
  String getGroupId();

  void setGroupId(String id);

  /** The values found, as a JSON object; null when there were none. */
  @StringLength(StringLength.UNLIMITED)
  String getBeforeValues();

  void setBeforeValues(String json);

  /** The values wanted, as a JSON object; null when there are none. */
  @StringLength(StringLength.UNLIMITED)
  String getAfterValues();

  void setAfterValues(String json);

  /** Code of the reason; null or empty when none is needed. */
  @StringLength(255)
  String getReason();

  void setReason(String code);
}
