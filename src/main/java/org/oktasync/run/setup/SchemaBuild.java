package org.oktasync.run.setup;

import java.time.Instant;
import org.oktasync.model.Message;
import org.oktasync.plan.schema.SchemaAction;

/**
 * The building of a schema, as far as it is.
 *
 * @param state whether it goes on
 * @param done how many steps are done
 * @param total how many there are
 * @param current the step under way; null when there is none
 * @param problem why it failed; null when it did not
 * @param startedBy who asked for it
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it goes on
 */
public record SchemaBuild(
    State state,
    int done,
    int total,
    SchemaAction current,
    Message problem,
    String startedBy,
    Instant startedAt,
    Instant finishedAt) {
  /** How it stands. */
  public enum State {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
  }

  static SchemaBuild begun(int total, String by, Instant now) {
    return new SchemaBuild(State.RUNNING, 0, total, null, null, by, now, null);
  }

  SchemaBuild at(SchemaAction action) {
    int finished = current == null ? 0 : done + 1;
    return new SchemaBuild(
        State.RUNNING, finished, total, action, null, startedBy, startedAt, null);
  }

  SchemaBuild ended(State how, Message why, Instant now) {
    int finished = how == State.SUCCEEDED ? total : done;
    return new SchemaBuild(how, finished, total, null, why, startedBy, startedAt, now);
  }
}
