package org.oktasync.ao;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A list without the changes that have a result in a run.
 *
 * @param results which of some places have one
 */
record ListWithoutResults(ChangeList list, Function<List<Position>, Set<Long>> results)
    implements ChangeList {
  private static final int LEAST = 500;

  @Override
  public List<Position> read(Position after, int limit) {
    List<Position> found = new ArrayList<>();
    Position last = after;
    boolean more = true;
    while (more && found.size() < limit) {
      int wanted = Math.max(LEAST, limit - found.size());
      List<Position> some = list.read(last, wanted);
      Set<Long> unwanted = results.apply(some);
      some.stream().filter(one -> !unwanted.contains(one.place())).forEach(found::add);
      more = some.size() == wanted;
      last = more ? some.get(wanted - 1) : last;
    }
    return found.subList(0, Math.min(limit, found.size()));
  }
}
