package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.java.ao.schema.Table;
import org.oktasync.record.Tables;

/** The product's tables in the database. */
public final class AoTables implements Tables {
  private static final List<Class<? extends AoRow>> ALL =
      List.of(
          AoConnection.class,
          AoLink.class,
          AoAddedMember.class,
          AoFinding.class,
          AoSyncRun.class,
          AoPlannedChange.class,
          AoChangeResult.class,
          AoSyncState.class,
          AoSchedule.class,
          AoProductSettings.class,
          AoObjectLink.class,
          AoKnownSchema.class,
          AoSeenProfile.class,
          AoTakeOver.class);

  private final ActiveObjects ao;

  public AoTables(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    for (Class<? extends AoRow> type : ALL) {
      rows.put(type.getAnnotation(Table.class).value(), (long) ao.count(type));
    }
    return rows;
  }

  /** Active Objects tells it by a row alone; a product without a connection has nothing to tell. */
  @Override
  public String database() {
    AoConnection[] some = ao.find(AoConnection.class);
    return some.length == 0
        ? "unknown"
        : some[0].getEntityManager().getProvider().getClass().getSimpleName();
  }
}
