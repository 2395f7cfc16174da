package org.oktasync.plan;

import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;

/**
 * Who will have which account once the plan is applied, in the two directions that memberships
 * need: two entries a person.
 */
final class PlannedPeople {
  private final Map<ExternalId, AccountName> members = new HashMap<>();
  private final Map<String, ExternalId> byNameNow = new HashMap<>();

  void add(Person person, AccountName nameAfter) {
    if (person.current() != null) {
      byNameNow.put(person.current().name().key(), person.id());
    }
    if (nameAfter != null && person.wantedActive()) {
      members.put(person.id(), nameAfter);
    }
  }

  /**
   * The account, by its name after the plan, of a person who is active in the source; null for
   * everybody else: their memberships are left alone.
   */
  AccountName memberName(ExternalId id) {
    return members.get(id);
  }

  /** Whose linked account has this name now; null when it is nobody's of ours. */
  ExternalId idByNameNow(AccountName name) {
    return byNameNow.get(name.key());
  }
}
