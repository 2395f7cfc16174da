package org.oktasync.ao;

import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The row of a {@link org.oktasync.record.SyncRun}; times are milliseconds since 1970. */
@Table("SYNC_RUN")
@Indexes(
    @Index(
        name = "state",
        methodNames = {"getConnectionId", "getRunState"}))
public interface AoSyncRun extends AoRow {
  /** The connection. */
  long getConnectionId();

  void setConnectionId(long id);

  /** What started it. */
  @StringLength(32)
  String getTriggerName();

  void setTriggerName(String trigger);

  /** Who started it; null or empty when nobody did. */
  @StringLength(255)
  String getStartedBy();

  void setStartedBy(String userName);

  /** How much it looks at. */
  @StringLength(32)
  String getRunMode();

  void setRunMode(String mode);

  /** Whether it stops after the guardrails. */
  boolean isDryRun();

  void setDryRun(boolean dry);

  /** Name of the {@link org.oktasync.record.RunState}. */
  @StringLength(16)
  String getRunState();

  void setRunState(String state);

  /** The run whose plan this one applies. */
  @Indexed
  long getPlanId();

  void setPlanId(long id);

  /** How far it is, as JSON; written by the heartbeat alone. */
  @StringLength(StringLength.UNLIMITED)
  String getProgress();

  void setProgress(String json);

  /** Lists that did not come whole, as JSON. */
  @StringLength(StringLength.UNLIMITED)
  String getIncomplete();

  void setIncomplete(String json);

  /** What the plan comes to, as JSON. */
  @StringLength(StringLength.UNLIMITED)
  String getPlanned();

  void setPlanned(String json);

  /** What happened, as JSON. */
  @StringLength(StringLength.UNLIMITED)
  String getCounts();

  void setCounts(String json);

  /** Limits that the plan does not keep, as JSON. */
  @StringLength(StringLength.UNLIMITED)
  String getBreaches();

  void setBreaches(String json);

  /** The plan's fingerprint; null or empty before there is a plan. */
  @StringLength(64)
  String getFingerprint();

  void setFingerprint(String hex);

  /** Version of the settings that it was planned with. */
  int getSettingsVersion();

  void setSettingsVersion(int version);

  /** The phase of the mark, as {@link PhaseNumber} counts. */
  int getMarkPhase();

  void setMarkPhase(int number);

  /** The last change of that phase that is behind us. */
  long getMarkOrdinal();

  void setMarkOrdinal(long ordinal);

  /** Why it ended as it did, as JSON; null when there is nothing to say. */
  @StringLength(StringLength.UNLIMITED)
  String getMessage();

  void setMessage(String json);

  /** Who approved it; null or empty unless approved. */
  @StringLength(255)
  String getApprovedBy();

  void setApprovedBy(String userName);

  /** When it was approved; null unless approved. */
  Long getApprovedAt();

  void setApprovedAt(Long millis);

  /** Who rejected it; null or empty unless rejected. */
  @StringLength(255)
  String getRejectedBy();

  void setRejectedBy(String userName);

  /** Who has looked at the plan; null or empty while nobody has. */
  @StringLength(255)
  String getReviewedBy();

  void setReviewedBy(String userName);

  /** When it was looked at; null while nobody has. */
  Long getReviewedAt();

  void setReviewedAt(Long millis);

  /** What else a person should know about the plan, as JSON; null when there is nothing. */
  @StringLength(StringLength.UNLIMITED)
  String getNotices();

  void setNotices(String json);

  /** The run that this one undoes; 0 for none. */
  long getUndoOf();

  void setUndoOf(long runId);

  /** The interrupted run whose work this one goes on with; 0 for none. */
  long getResumedFrom();

  void setResumedFrom(long runId);

  /** Which part of the work it does; null or empty for all that is switched on. */
  @StringLength(16)
  String getRunPart();

  void setRunPart(String part);

  /** How many source objects it looks at; null or 0 for all. */
  Integer getRunLimit();

  void setRunLimit(Integer limit);

  /** When it started. */
  Long getStartedAt();

  void setStartedAt(Long millis);

  /** When it ended; null before. */
  Long getFinishedAt();

  void setFinishedAt(Long millis);

  /** When it last was alive; written by the heartbeat alone. */
  Long getHeartbeatAt();

  void setHeartbeatAt(Long millis);

  /** Until when its plan holds; null without a plan. */
  Long getPlanExpiresAt();

  void setPlanExpiresAt(Long millis);

  /** The node that runs it. */
  @StringLength(255)
  String getNodeId();

  void setNodeId(String node);

  /**
   * Name of the end that people were told of, RUNNING before the first; null in rows of versions
   * that told nobody. Written by the claim to tell alone.
   */
  @StringLength(16)
  String getToldState();

  void setToldState(String state);

  /** Written first in each claim to tell, to lock the row until the claim is committed. */
  Long getToldAt();

  void setToldAt(Long millis);

  /** Whether somebody asked it to stop; written by that request alone. */
  boolean isCancelAsked();

  void setCancelAsked(boolean asked);
}
