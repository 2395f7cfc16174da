package org.oktasync.devkit.host.assets;

import java.time.Clock;
import java.util.Optional;
import org.oktasync.devkit.host.assets.AssetsJson.Fields;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/** How far work in the background is, for every node to ask. */
final class ProgressStore {
  private static final String TABLE = "assets_progress";

  private final Jdbc jdbc;
  private final Ids ids;
  private final Clock clock;

  /** Creates the table when absent. */
  ProgressStore(Jdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    ids = new Ids(jdbc);
    ids.begin(TABLE, 1);
    jdbc.update(
        "create table if not exists assets_progress (id bigint primary key,"
            + " category varchar(60) not null, work_units int not null, failure text,"
            + " ended_at bigint not null)");
  }

  /**
   * Notes work that is done, and answers as if it had only begun.
   *
   * @param failure why it broke off
   */
  Fields begin(String category, int done, Optional<String> failure) {
    long id = ids.next(TABLE);
    jdbc.update(
        "insert into assets_progress (id, category, work_units, failure, ended_at)"
            + " values (?,?,?,?,?)",
        id,
        category,
        done,
        failure.orElse(null),
        clock.millis());
    return fields(id, category, done).and("status", "IN_PROGRESS").and("progressInPercent", 0);
  }

  private Fields fields(long id, String category, int units) {
    return new Fields()
        .and("category", category)
        .and("resourceId", Long.toString(id))
        .and("totalWorkUnits", units)
        .and("currentWorkUnits", 0)
        .and("numberOfSteps", 1)
        .and("startDate", ValueRules.moment(clock.millis()));
  }

  /** What is known of the work, which has ended. */
  Optional<Fields> find(String category, String id) {
    if (!id.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return jdbc.first(
        "select work_units, failure, ended_at from assets_progress where id = ? and category = ?",
        row ->
            fields(Long.parseLong(id), category, row.getInt(1))
                .and("status", "FINISHED")
                .and("progressInPercent", 100)
                .and("currentWorkUnits", row.getInt(1))
                .and("result", row.getString(2) == null ? "OK" : "FAILED")
                .and("resultMessage", row.getString(2))
                .and("finishedDate", ValueRules.moment(row.getLong(3))),
        Long.valueOf(id),
        category);
  }
}
