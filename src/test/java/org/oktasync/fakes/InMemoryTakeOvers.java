package org.oktasync.fakes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.ExternalId;
import org.oktasync.model.TakeOver;
import org.oktasync.record.TakeOvers;

/** Whom administrators let take over an account of another directory, in memory. */
public final class InMemoryTakeOvers implements TakeOvers {
  private final Map<Long, Map<ExternalId, TakeOver>> words = new TreeMap<>();

  @Override
  public synchronized List<TakeOver> waiting(long connectionId) {
    return List.copyOf(of(connectionId).values());
  }

  private Map<ExternalId, TakeOver> of(long connectionId) {
    return words.computeIfAbsent(connectionId, id -> new TreeMap<>());
  }

  @Override
  public synchronized void store(Collection<TakeOver> some) {
    some.forEach(word -> of(word.connectionId()).put(word.sourceId(), word));
  }

  @Override
  public synchronized int forget(long connectionId, Collection<ExternalId> people) {
    Map<ExternalId, TakeOver> all = of(connectionId);
    int before = all.size();
    all.keySet().removeAll(List.copyOf(people));
    return before - all.size();
  }

  @Override
  public synchronized void forgetAll(long connectionId) {
    words.remove(connectionId);
  }
}
