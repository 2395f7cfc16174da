package org.oktasync.ao;

import net.java.ao.DatabaseProvider;
import net.java.ao.EntityManager;
import org.oktasync.plan.Operation;
import org.oktasync.record.Mark;
import org.oktasync.record.RunOutcome;

/**
 * Which planned changes have an outcome in one run, as a condition of the database: outcomes are
 * not stored with the changes, and a run may have a million of them.
 */
final class OutcomeCondition {
  private static final String LEAVE = Operation.LEAVE.label();

  private final long runId;
  private final int phase;
  private final long ordinal;
  private final String ordinalsOfResults;

  OutcomeCondition(AoSyncRun run, Mark mark) {
    this.runId = run.getID();
    this.phase = PhaseNumber.of(mark.phase());
    this.ordinal = mark.ordinal();
    this.ordinalsOfResults = ordinalsOfResults(run.getEntityManager());
  }

  /**
   * Active Objects writes the names of columns that are compared as the database wants them, but
   * not the column and table that a subselect reads: those are asked for here.
   */
  private static String ordinalsOfResults(EntityManager manager) {
    DatabaseProvider database = manager.getProvider();
    String table =
        manager.getNameConverters().getTableNameConverter().getName(AoChangeResult.class);
    return "SELECT "
        + database.processID("ORDINAL")
        + " FROM "
        + database.withSchema(table)
        + " WHERE RUN_ID = ?";
  }

  /** Adds the condition that changes have this outcome. */
  void add(Conditions wanted, RunOutcome outcome) {
    switch (outcome) {
      case APPLIED -> {
        withoutResult(wanted);
        wanted.and("(PHASE_NO < ? OR (PHASE_NO = ? AND ORDINAL <= ?))", phase, phase, ordinal);
      }
      case PLANNED -> {
        withoutResult(wanted);
        wanted.and("(PHASE_NO > ? OR (PHASE_NO = ? AND ORDINAL > ?))", phase, phase, ordinal);
      }
      case SKIPPED ->
          wanted.and(
              "(OPERATION_NAME = ? OR ORDINAL IN (" + ordinalsOfResults + " AND OUTCOME = ?))",
              LEAVE,
              runId,
              outcome.name());
      case FAILED ->
          wanted
              .and("OPERATION_NAME <> ?", LEAVE)
              .and("ORDINAL IN (" + ordinalsOfResults + " AND OUTCOME = ?)", runId, outcome.name());
    }
  }

  private void withoutResult(Conditions wanted) {
    wanted
        .and("OPERATION_NAME <> ?", LEAVE)
        .and("ORDINAL NOT IN (" + ordinalsOfResults + ")", runId);
  }
}
