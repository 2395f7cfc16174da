package org.oktasync.ao;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.Mark;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunHeader;
import org.oktasync.record.RunProgress;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** Runs as rows and back. */
final class SyncRunColumns {
  /** The columns that {@link #header} reads. */
  static final String HEADER =
      "ID,CONNECTION_ID,RUN_MODE,DRY_RUN,RUN_STATE,UNDO_OF,RESUMED_FROM,PLAN_ID,STARTED_AT,"
          + "PLAN_EXPIRES_AT,NOTICES";

  private static final TypeReference<RunProgress> PROGRESS = new TypeReference<>() {};
  private static final TypeReference<RunCounts> COUNTS = new TypeReference<>() {};
  private static final TypeReference<List<IncompleteList>> INCOMPLETE = new TypeReference<>() {};
  private static final TypeReference<List<GuardrailBreach>> BREACHES = new TypeReference<>() {};
  private static final TypeReference<Message> MESSAGE = new TypeReference<>() {};
  private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};

  private final JsonColumn json = new JsonColumn();

  /** Writes what never changes after the run was added. */
  void writeOrigin(AoSyncRun row, SyncRun run) {
    row.setConnectionId(run.connectionId());
    row.setTriggerName(run.trigger());
    row.setStartedBy(run.startedBy());
    row.setDryRun(run.dryRun());
    row.setSettingsVersion(run.settingsVersion());
    row.setUndoOf(run.origin().undoOf());
    row.setResumedFrom(run.origin().resumedFrom());
    row.setRunPart(run.extent().part());
    row.setRunLimit(run.extent().limit());
    row.setStartedAt(StoredText.millis(run.times().startedAt()));
    row.setToldState(RunState.RUNNING.name());
  }

  /** Writes what the run itself reports, but for its heartbeat and progress. */
  void write(AoSyncRun row, SyncRun run) {
    row.setRunMode(run.mode());
    row.setRunState(run.state().name());
    row.setPlanId(run.planId());
    row.setIncomplete(json.write(run.incomplete()));
    row.setPlanned(json.write(run.planned()));
    row.setBreaches(json.write(run.breaches()));
    row.setFingerprint(run.fingerprint());
    row.setMessage(json.write(run.message()));
    row.setApprovedBy(run.approval().approvedBy());
    row.setApprovedAt(StoredText.millis(run.approval().approvedAt()));
    row.setRejectedBy(run.approval().rejectedBy());
    row.setReviewedBy(run.approval().reviewedBy());
    row.setReviewedAt(StoredText.millis(run.approval().reviewedAt()));
    row.setNotices(json.write(run.notices()));
    row.setFinishedAt(StoredText.millis(run.times().finishedAt()));
    row.setPlanExpiresAt(StoredText.millis(run.times().planExpiresAt()));
    row.setNodeId(run.node());
    writeMark(row, run.mark(), run.counts());
  }

  void writeMark(AoSyncRun row, Mark mark, RunCounts counts) {
    row.setMarkPhase(PhaseNumber.of(mark.phase()));
    row.setMarkOrdinal(mark.ordinal());
    row.setCounts(json.write(counts));
  }

  /**
   * @param heartbeat milliseconds since 1970; null while there was none
   */
  void writeBeat(AoSyncRun row, Long heartbeat, RunProgress progress) {
    row.setHeartbeatAt(heartbeat);
    row.setProgress(json.write(progress));
  }

  /** The run of a row. */
  SyncRun run(AoSyncRun row) {
    return new SyncRun(
        row.getID(),
        row.getConnectionId(),
        row.getTriggerName(),
        StoredText.orEmpty(row.getStartedBy()),
        row.getRunMode(),
        row.isDryRun(),
        RunState.valueOf(row.getRunState()),
        row.getPlanId(),
        json.read(row.getProgress(), PROGRESS),
        json.read(row.getIncomplete(), INCOMPLETE),
        json.read(row.getPlanned(), COUNTS),
        json.read(row.getCounts(), COUNTS),
        json.read(row.getBreaches(), BREACHES),
        StoredText.orEmpty(row.getFingerprint()),
        row.getSettingsVersion(),
        mark(row),
        json.read(row.getMessage(), MESSAGE),
        notices(row),
        approval(row),
        new SyncRun.Origin(row.getUndoOf(), row.getResumedFrom()),
        times(row),
        StoredText.orEmpty(row.getNodeId()),
        extent(row));
  }

  /** The header of a row. */
  RunHeader header(AoSyncRun row) {
    return new RunHeader(
        row.getID(),
        row.getConnectionId(),
        row.getRunMode(),
        row.isDryRun(),
        RunState.valueOf(row.getRunState()),
        new SyncRun.Origin(row.getUndoOf(), row.getResumedFrom()),
        row.getPlanId(),
        StoredText.instant(row.getStartedAt()),
        StoredText.instant(row.getPlanExpiresAt()),
        notices(row).stream().anyMatch(notice -> notice.code().equals(SyncRun.REDUCED)));
  }

  private static SyncRun.Extent extent(AoSyncRun row) {
    int limit = row.getRunLimit() == null ? 0 : row.getRunLimit();
    return new SyncRun.Extent(StoredText.orEmpty(row.getRunPart()), limit);
  }

  static Mark mark(AoSyncRun row) {
    return new Mark(PhaseNumber.phase(row.getMarkPhase()), row.getMarkOrdinal());
  }

  private static SyncRun.Approval approval(AoSyncRun row) {
    return new SyncRun.Approval(
        StoredText.orEmpty(row.getApprovedBy()),
        StoredText.instant(row.getApprovedAt()),
        StoredText.orEmpty(row.getRejectedBy()),
        StoredText.orEmpty(row.getReviewedBy()),
        StoredText.instant(row.getReviewedAt()));
  }

  private List<Message> notices(AoSyncRun row) {
    List<Message> notices = json.read(row.getNotices(), MESSAGES);
    return notices == null ? List.of() : notices;
  }

  private static SyncRun.Times times(AoSyncRun row) {
    return new SyncRun.Times(
        StoredText.instant(row.getStartedAt()),
        StoredText.instant(row.getFinishedAt()),
        StoredText.instant(row.getHeartbeatAt()),
        StoredText.instant(row.getPlanExpiresAt()));
  }
}
