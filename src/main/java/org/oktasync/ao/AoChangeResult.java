package org.oktasync.ao;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** That a run did not apply a change of its plan, and why. */
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
public interface AoChangeResult extends AoSearchedChange {
  /** The run that applied the plan, which need not be the one that made it. */
  long getRunId();

  void setRunId(long id);

  /** Name of the {@link org.oktasync.record.RunOutcome}. */
  @StringLength(16)
  String getOutcome();

  void setOutcome(String outcome);

  /** Why, as JSON of a {@link org.oktasync.model.Message}; null when there is nothing to say. */
  @StringLength(StringLength.UNLIMITED)
  String getMessage();

  void setMessage(String json);
}
