package org.oktasync.ao;

import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The row of a {@link org.oktasync.schedule.ScheduleState}; times are milliseconds since 1970. */
@Table("SCHEDULE")
public interface AoSchedule extends AoRow {
  /** The connection; it has one such row at most. */
  @Indexed
  long getConnectionId();

  void setConnectionId(long id);

  /** Grows by one with each change. */
  int getRevision();

  void setRevision(int revision);

  /** The rhythm that the next time belongs to; null or empty when there never was one. */
  @StringLength(StringLength.UNLIMITED)
  String getRhythm();

  void setRhythm(String text);

  /** The version of the rules that somebody had looked at; 0 for none. */
  int getRulesRevision();

  void setRulesRevision(int version);

  /** The base URL of the site where it was switched on. */
  @StringLength(StringLength.UNLIMITED)
  String getSiteUrl();

  void setSiteUrl(String url);

  /** The server id of that site; null or empty where it could not be told. */
  @StringLength(255)
  String getServerId();

  void setServerId(String id);

  /** When the next run is due; null when none ever is. */
  Long getNextRunAt();

  void setNextRunAt(Long millis);

  /** When it last started a run; null when it never did. */
  Long getLastStartedAt();

  void setLastStartedAt(Long millis);

  /** Label of the reason why it last rested; null when it never did. */
  @StringLength(32)
  String getPausedReason();

  void setPausedReason(String label);

  /** When it was paused; null when it never was. */
  Long getPausedAt();

  void setPausedAt(Long millis);

  /** The last due time without a run; null for none. */
  Long getPassedDue();

  void setPassedDue(Long millis);

  /** Why that time passed, as JSON; null for none. */
  @StringLength(StringLength.UNLIMITED)
  String getPassedReason();

  void setPassedReason(String json);
}
