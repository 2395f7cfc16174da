package org.oktasync.ao;

import java.util.ArrayList;
import java.util.List;

/** Changes in the order of application. */
record PlacedList(SearchedTable<?> table) implements ChangeList {
  @Override
  public List<Position> read(Position after, int limit) {
    List<Position> found = new ArrayList<>();
    Conditions behind = table.rows().and("PLACE > ?", after.place());
    table.read(behind, "PLACE", limit, row -> found.add(Position.at(row.getPlace())));
    return found;
  }
}
