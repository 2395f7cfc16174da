package org.oktasync.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.plan.CurrentState;

/**
 * Who of a connection's people is linked to the users of some names, even if their account was
 * deleted or renamed in Jira since: such a link leads them back to the user.
 */
final class LinkedUsers {
  private final CurrentState current;
  private final Map<String, Set<ExternalId>> byKey = new HashMap<>();
  private final Map<AccountName, Set<ExternalId>> byName = new HashMap<>();

  LinkedUsers(CurrentState current, Collection<AccountName> names) {
    this.current = current;
    for (AccountName name : names) {
      byName.put(name, new HashSet<>());
      byKey.put(current.keyOf(name), new HashSet<>());
    }
    if (!names.isEmpty()) {
      try (Cursor<Link> links = current.accountLinks()) {
        links.forEachRemaining(this::note);
      }
    }
  }

  private void note(Link link) {
    Set<ExternalId> ofKey = link.userKey().isEmpty() ? null : byKey.get(link.userKey());
    if (ofKey != null) {
      ofKey.add(link.externalId());
    }
    Set<ExternalId> ofName = byName.get(link.accountName());
    if (ofName != null) {
      ofName.add(link.externalId());
    }
  }

  /** Whether anybody but this person is linked to the user of a name. */
  boolean isAnothers(ExternalId person, AccountName name) {
    Set<ExternalId> people = new HashSet<>(byName.getOrDefault(name, Set.of()));
    people.addAll(byKey.getOrDefault(current.keyOf(name), Set.of()));
    people.remove(person);
    return !people.isEmpty();
  }
}
