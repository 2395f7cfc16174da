package org.oktasync.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;

/**
 * Puts renames in an order in which each new name is free when its turn comes. In a chain (A to B,
 * B to C) the end goes first; in a ring (A to B, B to A) one account waits under a parking name.
 */
final class RenameOrder {
  private final Map<ExternalId, Rename> wanted;
  private final Set<ExternalId> impossible = new HashSet<>();

  /**
   * A rename that is wanted.
   *
   * @param waitsFor the person who holds the new name and is to be renamed too; null when the name
   *     is free
   */
  record Rename(Person person, AccountName to, ExternalId waitsFor) {}

  RenameOrder(List<Rename> renames) {
    wanted = new HashMap<>();
    renames.forEach(rename -> wanted.put(rename.person().id(), rename));
    removeImpossible();
  }

  /** Whether this person's account can be given its new name. */
  boolean possible(ExternalId id) {
    return wanted.containsKey(id) && !impossible.contains(id);
  }

  /** The possible renames, in order of application; a function of the set of renames alone. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Set<ExternalId> done = new HashSet<>();
    wanted.keySet().stream().sorted().filter(this::possible).forEach(id -> emit(id, done, changes));
    return changes;
  }

  private void emit(ExternalId start, Set<ExternalId> done, List<Change> changes) {
    Set<ExternalId> chain = new LinkedHashSet<>();
    ExternalId at = start;
    while (at != null && !done.contains(at) && chain.add(at)) {
      at = wanted.get(at).waitsFor();
    }
    boolean ring = at != null && chain.contains(at);
    if (ring) {
      changes.add(rename(at, parking(at)));
    }
    List<ExternalId> backwards = new ArrayList<>(chain);
    java.util.Collections.reverse(backwards);
    for (ExternalId id : backwards) {
      AccountName from =
          ring && id.equals(at) ? parking(id) : wanted.get(id).person().current().name();
      changes.add(new AccountChange.RenameAccount(id, from, wanted.get(id).to()));
      done.add(id);
    }
  }

  private Change rename(ExternalId id, AccountName to) {
    return new AccountChange.RenameAccount(id, wanted.get(id).person().current().name(), to);
  }

  private static AccountName parking(ExternalId id) {
    return new AccountName("okta-sync-parked-" + id.value().toLowerCase(java.util.Locale.ROOT));
  }

  /** A rename that waits for one that does not come is impossible, and so on down the chain. */
  private void removeImpossible() {
    boolean found = true;
    while (found) {
      found = false;
      for (Rename rename : wanted.values()) {
        ExternalId other = rename.waitsFor();
        if (other != null && !possible(other) && impossible.add(rename.person().id())) {
          found = true;
        }
      }
    }
  }
}
