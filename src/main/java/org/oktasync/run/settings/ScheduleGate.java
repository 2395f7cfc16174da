package org.oktasync.run.settings;

import java.util.List;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.ScheduleSettings;

/**
 * Has a say in every change of a connection's settings, so that no schedule works with rules that
 * nobody has looked at, and keeps the due times in step with them.
 */
public interface ScheduleGate {
  /**
   * Settings as they may be saved.
   *
   * @param pausesItself whether the schedule is paused in them because the rules change
   */
  record Admission(ConnectionSettings settings, boolean pausesItself) {}

  /** Everything that is wrong with a schedule in itself; empty when it is fine. */
  List<FieldProblem> check(ScheduleSettings wanted);

  /**
   * Lets settings pass. Rules that change while a schedule is on pause it.
   *
   * @param present the connection as it is stored; an unsaved one when it is new
   * @param wanted settings that are fine otherwise, their address normalised
   * @throws org.oktasync.config.SettingsRejectedException when a schedule would be switched on
   *     without a reviewed dry run of these rules
   */
  Admission admit(Connection present, ConnectionSettings wanted);

  /**
   * Tells whom it concerns that settings were saved.
   *
   * @param by user name of who saved them; empty when nobody did
   */
  void saved(Connection before, Connection after, Admission admission, String by);

  /** Forgets a connection. */
  void deleted(long connectionId);
}
