package org.oktasync.run.read;

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
public final class LinkedUsers {
  private final Set<AccountName> names;
  private final Set<String> keys = new HashSet<>();
  private final Map<String, Set<ExternalId>> byKey = new HashMap<>();
  private final Map<AccountName, Set<ExternalId>> byName = new HashMap<>();

  public LinkedUsers(CurrentState current, Collection<AccountName> names) {
    this.names = Set.copyOf(names);
    this.names.forEach(name -> keys.add(current.keyOf(name)));
    if (!names.isEmpty()) {
      try (Cursor<Link> links = current.accountLinks()) {
        links.forEachRemaining(this::note);
      }
    }
  }

  private void note(Link link) {
    if (!link.userKey().isEmpty() && keys.contains(link.userKey())) {
      byKey.computeIfAbsent(link.userKey(), key -> new HashSet<>()).add(link.externalId());
    }
    if (names.contains(link.accountName())) {
      byName.computeIfAbsent(link.accountName(), name -> new HashSet<>()).add(link.externalId());
    }
  }

  /**
   * Whether anybody but this person is linked to the user of a name.
   *
   * @param userKey the key that Jira has for the name
   */
  public boolean isAnothers(ExternalId person, AccountName name, String userKey) {
    Set<ExternalId> people = new HashSet<>(byName.getOrDefault(name, Set.of()));
    people.addAll(byKey.getOrDefault(userKey, Set.of()));
    people.remove(person);
    return !people.isEmpty();
  }
}
