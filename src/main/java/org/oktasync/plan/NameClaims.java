package org.oktasync.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;

/**
 * Which person of the source may claim which account name. Of several who want one name, the one
 * who has it keeps it; else the linked one before the unlinked; else the smallest id.
 */
final class NameClaims {
  private final Map<String, Person> winners = new HashMap<>();
  private final Map<String, Person> holders = new HashMap<>();
  private final Set<String> claimed = new HashSet<>();
  private final Set<String> contested = new HashSet<>();

  NameClaims(List<Person> people) {
    for (Person person : people) {
      if (person.current() != null) {
        holders.put(person.current().name().key(), person);
      }
      if (person.wantedName() != null) {
        winners.merge(person.wantedName().key(), person, NameClaims::stronger);
        if (rank(person) > 0 && !claimed.add(person.wantedName().key())) {
          contested.add(person.wantedName().key());
        }
      }
    }
  }

  /** Whether this person is the one who may have the name that the source wants for them. */
  boolean won(Person person) {
    Person winner = winners.get(person.wantedName().key());
    return winner.id().equals(person.id());
  }

  /**
   * Whether several people of the source who are active or have an account want this name. Whose an
   * account of that name is that nobody has a link to cannot be told then.
   */
  boolean contested(AccountName name) {
    return contested.contains(name.key());
  }

  /** The person of the source who holds this name in the target now; null if none of ours does. */
  Person holderOf(AccountName name) {
    return holders.get(name.key());
  }

  /** The id of the person who holds this name in the target now; null if none of ours does. */
  ExternalId idOfHolder(AccountName name) {
    Person holder = holders.get(name.key());
    return holder == null ? null : holder.id();
  }

  private static Person stronger(Person a, Person b) {
    int byRank = Integer.compare(rank(a), rank(b));
    if (byRank != 0) {
      return byRank > 0 ? a : b;
    }
    return a.id().compareTo(b.id()) <= 0 ? a : b;
  }

  private static int rank(Person person) {
    if (person.current() != null && person.current().name().equals(person.wantedName())) {
      return 3;
    }
    if (person.link() != null) {
      return 2;
    }
    return person.wantedActive() ? 1 : 0;
  }
}
