package org.oktasync.plan;

import java.util.BitSet;
import java.util.stream.Stream;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.rows.KeyedRows;
import org.oktasync.rows.NumberIndex;
import org.oktasync.rows.RowStore;

/**
 * Who will have which account once the plan is applied, in the two directions that memberships
 * need. Of people whom the plan is not about, the bystanders know. For one thread.
 */
final class PlannedPeople {
  private final KeyedRows<PlannedPerson> planned;
  private final BitSet created = new BitSet();
  private final Bystanders bystanders;

  /** Made at the first question; null until then. */
  private NumberIndex byNameNow;

  /** Whom was asked for last, and their number: most questions about a person come in a row. */
  private PlannedPerson last;

  private int lastNumber;

  /**
   * @param rows where people are kept
   */
  PlannedPeople(RowStore rows, Bystanders bystanders) {
    this.planned = rows.open("planned", new PlannedPersonFormat());
    this.bystanders = bystanders;
  }

  /**
   * @param nameAfter the name of the person's account once the plan is applied; null when it has
   *     none
   * @param leavesGroups why it leaves its groups, as a code of {@link Reasons}; empty if it does
   *     not
   * @param made whether the plan makes the account
   */
  void add(Person person, AccountName nameAfter, String leavesGroups, boolean made) {
    AccountName nameNow = person.current() == null ? null : person.current().name();
    int number =
        planned.put(
            new PlannedPerson(
                person.id(), nameNow, nameAfter, person.wantedActive(), made, leavesGroups));
    created.set(number, made);
    byNameNow = null;
  }

  private NumberIndex byNameNow() {
    if (byNameNow == null) {
      byNameNow = new NumberIndex();
      for (int number = 0; number < planned.size(); number++) {
        AccountName name = at(number).nameNow();
        if (name != null) {
          byNameNow.put(name.key(), number, other -> isNamed(other, name.key()));
        }
      }
    }
    return byNameNow;
  }

  private boolean isNamed(int number, String key) {
    return at(number).nameNow().key().equals(key);
  }

  private PlannedPerson at(int number) {
    if (last == null || lastNumber != number) {
      last = planned.at(number);
      lastNumber = number;
    }
    return last;
  }

  /** The number of somebody whom the plan is about; {@link KeyedRows#NONE} for all others. */
  int numberOf(ExternalId id) {
    if (last == null || !last.id().equals(id)) {
      int number = planned.numberOf(id.value());
      if (number == KeyedRows.NONE) {
        return number;
      }
      at(number);
    }
    return lastNumber;
  }

  /** Null when the plan is not about them. */
  private PlannedPerson find(ExternalId id) {
    int number = numberOf(id);
    return number == KeyedRows.NONE ? null : at(number);
  }

  /** Whose number this is. */
  ExternalId idOf(int number) {
    return at(number).id();
  }

  /**
   * The account, by its name after the plan, of a person who is active in the source; null for
   * everybody else: their memberships are left alone.
   */
  AccountName memberName(ExternalId id) {
    PlannedPerson person = find(id);
    return person != null ? person.memberName() : bystanders.activeAccount(id).orElse(null);
  }

  /** Whose accounts are made by the plan, in ascending order. */
  Stream<ExternalId> created() {
    return created.stream().mapToObj(this::idOf);
  }

  /** Why somebody leaves every group of the connection; empty when they do not. */
  String leaves(ExternalId id) {
    PlannedPerson person = find(id);
    return person == null ? "" : person.leaves();
  }

  /** The account, by its name after the plan, of somebody who leaves every group. */
  AccountName leaverName(ExternalId id) {
    return find(id).nameAfter();
  }

  /** Whose linked account has this name now; null when it is nobody's of ours. */
  ExternalId idByNameNow(AccountName name) {
    String key = name.key();
    int number = byNameNow().find(key, other -> isNamed(other, key));
    return number == KeyedRows.NONE ? bystanders.personNamed(name).orElse(null) : idOf(number);
  }

  /** The account that somebody has now; null when there is none yet. */
  AccountName nameNow(ExternalId id) {
    PlannedPerson person = find(id);
    return person != null ? person.nameNow() : bystanders.activeAccount(id).orElse(null);
  }

  /**
   * Whether somebody's memberships are to be left alone, as far as that is known without asking: of
   * bystanders it is asked only when they would gain or lose something.
   */
  boolean rests(ExternalId id) {
    PlannedPerson person = find(id);
    return person != null && person.memberName() == null;
  }
}
