package org.oktasync.ao;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes of one person or group of the source, in the order of application.
 *
 * @param number of the list in its {@link TextSearch}
 */
record IdentifiedList(SearchedTable<?> table, int number, String sourceId) implements ChangeList {
  @Override
  public List<Position> read(Position after, int limit) {
    List<Position> found = new ArrayList<>();
    long place = after.list() == number ? after.place() : 0;
    Conditions behind = table.rows().and("SOURCE_ID = ?", sourceId).and("PLACE > ?", place);
    table.read(behind, "PLACE", limit, row -> found.add(new Position(number, "", row.getPlace())));
    return found;
  }
}
