package org.oktasync.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.Person.Standing;

/** Everybody who is linked, by id and by the name of their account. */
final class LinkedPeople {
  private final Map<ExternalId, Person> byId = new HashMap<>();
  private final Map<String, Person> byName = new HashMap<>();

  LinkedPeople(CurrentState current) {
    for (Person person : new PeopleJoin(current).linked()) {
      byId.put(person.id(), person);
      if (person.current() != null) {
        byName.put(person.current().name().key(), person);
      }
    }
  }

  /** The person of this id; null when they are not linked. */
  Person get(ExternalId id) {
    return byId.get(id);
  }

  /** Whose linked account has this name now; null when it is nobody's of ours. */
  Person holderOf(AccountName name) {
    return byName.get(name.key());
  }

  /** How many linked accounts are there, active or not. */
  long present() {
    return byName.size();
  }

  /** How many linked accounts are active. */
  long active() {
    return byName.values().stream().filter(person -> person.current().active()).count();
  }

  /**
   * Why a person's account is no longer the one that a run left; empty when it still is.
   *
   * @param names the names that it may have: before and after the run
   */
  String obstacle(ExternalId id, List<AccountName> names) {
    Person person = byId.get(id);
    if (person == null) {
      return Reasons.UNDO_UNLINKED;
    } else if (person.standing() == Standing.DELETED_IN_JIRA) {
      return Reasons.UNDO_ACCOUNT_GONE;
    } else if (person.standing() == Standing.RESTING) {
      return Reasons.RENAMED_IN_JIRA;
    }
    return names.contains(person.current().name()) ? "" : Reasons.UNDO_RENAMED;
  }
}
