package org.oktasync.assets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * All objects of a type, each once. Assets knows pages by number alone, so that an object that goes
 * away while they are read moves those behind it forward, past the place of reading. That shows in
 * the total: when it shrinks, reading goes back by as many pages as could hold what slipped by, and
 * when fewer objects came than there are, it begins anew. What was seen already is not given again.
 */
final class ObjectPages implements Cursor<AssetsObject> {
  static final int SIZE = 100;
  private static final int PASSES = 3;

  private final ObjectSearch search;
  private final ObjectType type;
  private final StopSignal stop;
  private final Set<String> seen = new HashSet<>();
  private final Deque<AssetsObject> ready = new ArrayDeque<>();
  private int next = 1;
  private int pass = 1;
  private int perPage = SIZE;
  private long total = -1;
  private boolean ordered = true;
  private boolean over;

  ObjectPages(ObjectSearch search, ObjectType type, StopSignal stop) {
    this.search = search;
    this.type = type;
    this.stop = stop;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !over) {
      readPage();
    }
    return !ready.isEmpty();
  }

  @Override
  public AssetsObject next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  @Override
  public void close() {
    over = true;
    ready.clear();
  }

  private void readPage() {
    stop.check();
    ObjectSearch.Found found = find();
    found.objects().stream().filter(object -> !seen.contains(object.id())).forEach(ready::add);
    seen.addAll(found.ids());
    if (next == 1 && !found.ids().isEmpty()) {
      perPage = found.ids().size();
    }
    long before = total;
    total = found.total();
    if (before > total && total >= 0) {
      next = Math.max(1, next - (int) ((before - total) / perPage) - 1);
    } else if (isLast(found)) {
      endPass();
    } else {
      next++;
    }
  }

  /** Oldest first, so that objects that are made meanwhile come last, where Assets can do that. */
  private ObjectSearch.Found find() {
    if (ordered) {
      try {
        return search.page(type, condition() + " ORDER BY Created ASC", next, SIZE, stop);
      } catch (TargetException e) {
        if (e.kind() != Kind.INVALID || next > 1 || pass > 1) {
          throw e;
        }
        ordered = false;
      }
    }
    return search.page(type, condition(), next, SIZE, stop);
  }

  private String condition() {
    return "objectTypeId = " + type.id();
  }

  private boolean isLast(ObjectSearch.Found found) {
    return found.ids().isEmpty() || (total >= 0 && (long) next * perPage >= total);
  }

  private void endPass() {
    if (total < 0 || seen.size() >= total) {
      over = true;
    } else if (pass++ < PASSES) {
      next = 1;
    } else {
      throw new TargetException(
          Kind.RETRY, Message.of("assets-list-incomplete", type.name(), seen.size(), total), null);
    }
  }
}
