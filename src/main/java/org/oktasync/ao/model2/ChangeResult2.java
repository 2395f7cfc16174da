package org.oktasync.ao.model2;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What of a result's row comes with model 2, and what it is worked out from. */
@Table("CHANGE_RESULT")
@Indexes({
  @Index(
      name = "sequence",
      methodNames = {"getRunId", "getPlace"}),
  @Index(
      name = "outcome",
      methodNames = {"getRunId", "getOutcome", "getPlace", "getKind", "getOperationName"}),
  @Index(
      name = "subject",
      methodNames = {"getRunId", "getOutcome", "getSubjectKey"}),
  @Index(
      name = "object",
      methodNames = {"getRunId", "getOutcome", "getObjectKey"})
})
public interface ChangeResult2 extends Row2 {
  /** The run. */
  long getRunId();

  /** The number of the change in its plan, in model 1 alone. */
  long getOrdinal();

  /** In an index. */
  @StringLength(16)
  String getOutcome();

  /** The place of the change, new in model 2; 0 in a row that is not brought there yet. */
  long getPlace();

  void setPlace(long place);

  /** As the change has it; new in model 2, like all that follow. */
  @StringLength(16)
  String getKind();

  void setKind(String label);

  /** As the change has it. */
  @StringLength(16)
  String getOperationName();

  void setOperationName(String label);

  /** As the change has it. */
  @StringLength(255)
  String getSubjectKey();

  void setSubjectKey(String key);

  /** As the change has it. */
  @StringLength(255)
  String getObjectKey();

  void setObjectKey(String key);

  /** As the change has it. */
  @StringLength(128)
  String getSourceId();

  void setSourceId(String id);
}
