package org.oktasync.ao;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Changes whose subject or object begins with a text, by name; those of one name in the order of
 * application. Each query is one range of an index that begins with the name.
 *
 * @param number of the list in its {@link TextSearch}
 * @param column the column of the search key
 * @param name reads that column
 */
record NamedList(
    SearchedTable<?> table,
    int number,
    String column,
    Function<AoSearchedChange, String> name,
    SearchKey.Range range)
    implements ChangeList {
  @Override
  public List<Position> read(Position after, int limit) {
    List<Position> found = new ArrayList<>();
    if (after.list() < number) {
      find(found, inRange(), limit);
    } else if (after.list() == number) {
      Conditions sameName = table.rows().and(column + " = ?", after.name());
      find(found, sameName.and("PLACE > ?", after.place()), limit);
      if (found.size() < limit) {
        find(found, inRange().and(column + " > ?", after.name()), limit - found.size());
      }
    }
    return found;
  }

  private Conditions inRange() {
    return table.rows().andWithin(column, range);
  }

  private void find(List<Position> found, Conditions wanted, int limit) {
    table.read(
        wanted,
        column + ",PLACE",
        limit,
        row -> found.add(new Position(number, name.apply(row), row.getPlace())));
  }
}
