package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.java.ao.RawEntity;
import org.oktasync.record.JournalSize;

/**
 * Counts rows, and multiplies: no way leads through Active Objects to what a database itself says
 * about room. The figures for one row, with its share of the indexes, were measured on PostgreSQL.
 */
public final class AoJournalSize implements JournalSize {
  private final ActiveObjects ao;

  public AoJournalSize(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public List<Table> tables() {
    return Stream.of(
            table(AoPlannedChange.class, 500),
            table(AoChangeResult.class, 600),
            table(AoAddedMember.class, 110),
            table(AoLink.class, 360),
            table(AoObjectLink.class, 420),
            table(AoFinding.class, 400),
            table(AoSyncRun.class, 3000),
            table(AoConnection.class, 4000))
        .sorted(Comparator.comparingLong(Table::bytes).reversed())
        .toList();
  }

  private <K> Table table(Class<? extends RawEntity<K>> type, long bytesOfOneRow) {
    long rows = ao.count(type);
    String name = type.getAnnotation(net.java.ao.schema.Table.class).value();
    return new Table(name, rows, rows * bytesOfOneRow);
  }
}
