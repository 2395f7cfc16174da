package org.oktasync.plan;

import java.util.HashSet;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.rows.KeyedRows;
import org.oktasync.rows.NumberIndex;
import org.oktasync.rows.NumberedRows;

/**
 * Which person of the source may claim which account name. Of several who want one name, the one
 * who has it keeps it; else the linked one before the unlinked; else the smallest id.
 */
final class NameClaims {
  private static final int HAS_IT = 3;

  private final NumberedRows<Person> people;
  private final NumberIndex winners = new NumberIndex();

  /**
   * Of those whose name the source would have be another one; who has what they want has won it.
   */
  private final NumberIndex holders = new NumberIndex();

  private final Set<String> contested = new HashSet<>();

  /**
   * @param people everybody, in ascending order of id
   */
  NameClaims(NumberedRows<Person> people) {
    this.people = people;
    try (Cursor<Person> all = people.all()) {
      for (int number = 0; all.hasNext(); number++) {
        Person person = all.next();
        if (person.current() != null && rank(person) < HAS_IT) {
          String name = person.current().name().key();
          holders.put(name, number, other -> holds(other, name));
        }
        if (person.wantedName() != null) {
          claim(person, number);
        }
      }
    }
  }

  private void claim(Person person, int number) {
    String name = person.wantedName().key();
    int before = winners.find(name, other -> wants(other, name));
    if (before == KeyedRows.NONE) {
      winners.add(name, number);
      return;
    }
    Person winner = people.at(before);
    if (rank(person) > 0 && rank(winner) > 0) {
      contested.add(name);
    }
    if (rank(person) > rank(winner)) {
      winners.put(name, number, other -> other == before);
    }
  }

  private boolean holds(int number, String name) {
    return people.at(number).current().name().key().equals(name);
  }

  private boolean wants(int number, String name) {
    return people.at(number).wantedName().key().equals(name);
  }

  /** Whether this person is the one who may have the name that the source wants for them. */
  boolean won(Person person) {
    String name = person.wantedName().key();
    Person winner = people.at(winners.find(name, number -> wants(number, name)));
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
    String key = name.key();
    Person winner = personAt(winners.find(key, other -> wants(other, key)));
    return winner != null && rank(winner) == HAS_IT
        ? winner
        : personAt(holders.find(key, other -> holds(other, key)));
  }

  private Person personAt(int number) {
    return number == KeyedRows.NONE ? null : people.at(number);
  }

  /** The id of the person who holds this name in the target now; null if none of ours does. */
  ExternalId idOfHolder(AccountName name) {
    Person holder = holderOf(name);
    return holder == null ? null : holder.id();
  }

  private static int rank(Person person) {
    if (person.current() != null && person.current().name().equals(person.wantedName())) {
      return HAS_IT;
    }
    if (person.link() != null) {
      return 2;
    }
    return person.wantedActive() ? 1 : 0;
  }
}
