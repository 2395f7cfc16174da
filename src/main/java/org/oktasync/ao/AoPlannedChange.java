package org.oktasync.ao;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * One change of a stored plan; inserted once, and not updated but to forget a person.
 *
 * <p>Each question is one range of an index, or a few. The indexes by name and id leave the place
 * out: so they hold few different entries, which takes a tenth of the room, and the changes of one
 * name are sorted when they are asked for.
 */
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
public interface AoPlannedChange extends AoSearchedChange {
  /** The plan, by the id of the run that made it. */
  long getPlanId();

  void setPlanId(long id);

  /** Account or group name, or what an object of Assets is called. */
  @StringLength(StringLength.MAX_LENGTH)
  String getSubject();

  void setSubject(String name);

  /** The group of a membership, the type of an object; null or empty otherwise. */
  @StringLength(StringLength.MAX_LENGTH)
  String getObjectName();

  void setObjectName(String name);

  /** The source's id of the group of a membership; null or empty otherwise. */
  @StringLength(128)
  String getGroupId();

  void setGroupId(String id);

  /** The value of the key of an object of Assets; null or empty otherwise. */
  @StringLength(StringLength.MAX_LENGTH)
  String getKeyValue();

  void setKeyValue(String key);

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
