package org.oktasync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.plan.Person.Standing;
import org.oktasync.rows.NumberedRows;

/** Joins the source's people with the links, and each link with its account. */
final class PeopleJoin {
  private final CurrentState current;

  PeopleJoin(CurrentState current) {
    this.current = current;
  }

  /**
   * Everybody whom either side knows, in ascending order of id.
   *
   * @param people where they are kept
   */
  NumberedRows<Person> join(DesiredState desired, NumberedRows<Person> people) {
    try (Cursor<DesiredAccount> accounts = desired.accounts();
        Cursor<Link> links = current.accountLinks()) {
      MergeJoin.run(
          accounts,
          DesiredAccount::id,
          links,
          Link::externalId,
          (id, account, link) -> people.put(person(id, account, link)));
    }
    return people;
  }

  /** Everybody who is linked, in ascending order of id, whatever the source would have. */
  List<Person> linked() {
    List<Person> people = new ArrayList<>();
    try (Cursor<Link> links = current.accountLinks()) {
      links.forEachRemaining(link -> people.add(person(link.externalId(), null, link)));
    }
    return people;
  }

  private Person person(ExternalId id, DesiredAccount desired, Link link) {
    if (link == null) {
      return new Person(id, desired, null, null, Standing.UNLINKED);
    }
    Optional<Account> account = current.account(link.accountName());
    if (account.isPresent()) {
      boolean same =
          link.userKey().isEmpty() || link.userKey().equals(current.keyOf(link.accountName()));
      Standing standing = same ? Standing.PRESENT : Standing.RESTING;
      return new Person(id, desired, link, same ? account.get() : null, standing);
    }
    Optional<AccountName> nameNow = current.nameOfKey(link.userKey());
    boolean renamed = nameNow.isPresent() && !nameNow.get().equals(link.accountName());
    return new Person(
        id, desired, link, null, renamed ? Standing.RESTING : Standing.DELETED_IN_JIRA);
  }
}
