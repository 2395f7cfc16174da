package org.oktasync.record;

/**
 * Which runs of a connection are looked for.
 *
 * @param connectionId the connection
 * @param state their state
 * @param dryRun whether dry runs are looked for, or the others
 * @param mode their mode; empty for any
 * @param settingsVersion the version of the rules that they planned with; 0 for any
 * @param reviewed whether somebody must have looked at them
 */
public record RunQuery(
    long connectionId,
    RunState state,
    boolean dryRun,
    String mode,
    int settingsVersion,
    boolean reviewed) {

  /** Runs that wait for a decision. */
  public static RunQuery held(long connectionId) {
    return new RunQuery(connectionId, RunState.HELD, false, "", 0, false);
  }

  /** Runs that looked at everything and did all that they planned. */
  public static RunQuery fullOnes(long connectionId) {
    return new RunQuery(connectionId, RunState.SUCCEEDED, false, SyncRun.FULL, 0, false);
  }

  /** Full dry runs of one version of the rules that somebody has looked at. */
  public static RunQuery reviewedDryRuns(long connectionId, int settingsVersion) {
    return new RunQuery(
        connectionId, RunState.SUCCEEDED, true, SyncRun.FULL, settingsVersion, true);
  }

  /** Whether a run is one of them. */
  public boolean matches(SyncRun run) {
    return run.connectionId() == connectionId
        && run.state() == state
        && run.dryRun() == dryRun
        && (mode.isEmpty() || run.mode().equals(mode))
        && (settingsVersion == 0 || run.settingsVersion() == settingsVersion)
        && (!reviewed || !run.approval().reviewedBy().isEmpty());
  }
}
