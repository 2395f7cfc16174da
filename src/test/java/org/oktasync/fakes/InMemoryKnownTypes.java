package org.oktasync.fakes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.assets.KnownType;
import org.oktasync.record.KnownTypes;

/** What types are called, in memory. */
public final class InMemoryKnownTypes implements KnownTypes {
  private final Map<Long, Map<String, List<KnownType>>> types = new HashMap<>();
  private final Map<Long, String> linked = new HashMap<>();

  @Override
  public synchronized List<KnownType> of(long connectionId, String schema) {
    return types.getOrDefault(connectionId, Map.of()).getOrDefault(schema, List.of());
  }

  @Override
  public synchronized void store(long connectionId, String schema, List<KnownType> some) {
    types.computeIfAbsent(connectionId, any -> new HashMap<>()).put(schema, List.copyOf(some));
  }

  @Override
  public synchronized String linked(long connectionId) {
    return linked.getOrDefault(connectionId, "");
  }

  @Override
  public synchronized void link(long connectionId, String schema) {
    linked.put(connectionId, schema);
  }

  @Override
  public synchronized void forget(long connectionId) {
    linked.remove(connectionId);
    types.remove(connectionId);
  }
}
