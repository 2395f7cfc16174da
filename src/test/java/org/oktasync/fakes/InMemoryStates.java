package org.oktasync.fakes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.oktasync.record.Pending;
import org.oktasync.record.SyncState;
import org.oktasync.record.SyncStates;

/** How far connections are, in memory. */
public final class InMemoryStates implements SyncStates {
  private record Earned(long connectionId, long planId, SyncState state) {}

  private final Map<Long, Earned> standing = new HashMap<>();
  private final Map<Long, Earned> waiting = new HashMap<>();
  private boolean dead;

  /** The node dies: nothing that it still writes is stored. */
  public synchronized void die() {
    dead = true;
  }

  /** Another node takes over. */
  public synchronized void revive() {
    dead = false;
  }

  @Override
  public synchronized Optional<SyncState> standing(long connectionId) {
    return Optional.ofNullable(standing.get(connectionId)).map(Earned::state);
  }

  @Override
  public synchronized void earn(long connectionId, long planId, SyncState state) {
    if (!dead) {
      waiting.put(planId, new Earned(connectionId, planId, state));
    }
  }

  @Override
  public synchronized void settle(long connectionId, long planId, Pending pending) {
    Earned earned = waiting.get(planId);
    Earned present = standing.get(connectionId);
    boolean later = present != null && present.planId > planId;
    if (dead || earned == null || later) {
      return;
    }
    waiting.remove(planId);
    SyncState state = earned.state.withPending(earned.state.pending().and(pending));
    standing.put(connectionId, new Earned(connectionId, planId, state));
  }

  @Override
  public synchronized void objectsBehind(long connectionId) {
    Earned present = standing.get(connectionId);
    if (!dead && present != null) {
      SyncState behind = present.state.withObjectsBehind(true);
      standing.put(connectionId, new Earned(connectionId, present.planId, behind));
    }
  }

  @Override
  public synchronized void drop(long planId) {
    waiting.remove(planId);
  }

  @Override
  public synchronized void forget(long connectionId) {
    standing.remove(connectionId);
    waiting.values().removeIf(earned -> earned.connectionId == connectionId);
  }
}
