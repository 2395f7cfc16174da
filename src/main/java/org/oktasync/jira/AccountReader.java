package org.oktasync.jira;

import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.Combine;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.PropertyRestriction;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;

/** Reads the accounts of one directory. */
final class AccountReader {
  /** Names asked for in one query: well below what the databases allow in one statement. */
  static final int CHUNK = 200;

  private final DirectoryManager crowd;
  private final long directory;
  private final FurtherAttributes attributes;

  AccountReader(DirectoryManager crowd, long directory, FurtherAttributes attributes) {
    this.crowd = crowd;
    this.directory = directory;
    this.attributes = attributes;
  }

  /**
   * All accounts: first their names by one query, then the accounts by name. Paging by offset would
   * lose some while others are made, renamed or deleted.
   *
   * @param further attributes beyond the usual ones
   */
  Cursor<Account> all(Set<String> further) {
    EntityQuery<String> query =
        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
            .returningAtMost(EntityQuery.ALL_RESULTS);
    List<String> names =
        JiraCalls.ask(String.valueOf(directory), () -> crowd.searchUsers(directory, query));
    return new ByName(names, further);
  }

  /** The account of this name, as Crowd has it. */
  Optional<User> find(String name) {
    return JiraCalls.ask(
        name,
        () -> {
          try {
            return Optional.of(crowd.findUserByName(directory, name));
          } catch (UserNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /** The accounts with this e-mail address, which Crowd compares in lower case. */
  List<Account> withEmail(String email) {
    EntityQuery<User> query =
        QueryBuilder.queryFor(User.class, EntityDescriptor.user())
            .with(Restriction.on(UserTermKeys.EMAIL).exactlyMatching(email))
            .returningAtMost(EntityQuery.ALL_RESULTS);
    return JiraCalls.ask(String.valueOf(directory), () -> crowd.searchUsers(directory, query))
        .stream()
        .map(AccountReader::account)
        .toList();
  }

  /** The account as the port shows it. */
  static Account account(User user) {
    return new Account(
        new AccountName(user.getName()),
        user.getDisplayName(),
        user.getEmailAddress(),
        user.isActive());
  }

  /** The accounts of these names, as they are spelled here, by one query for many of them. */
  List<Account> named(List<String> names, Set<String> further) {
    List<Account> found = new ArrayList<>();
    try (Cursor<Account> accounts = new ByName(names, further)) {
      accounts.forEachRemaining(found::add);
    }
    return found;
  }

  private List<User> named(List<String> names) {
    List<PropertyRestriction<String>> any =
        names.stream().map(Restriction.on(UserTermKeys.USERNAME)::exactlyMatching).toList();
    EntityQuery<User> query =
        QueryBuilder.queryFor(User.class, EntityDescriptor.user())
            .with(Combine.anyOf(any))
            .returningAtMost(EntityQuery.ALL_RESULTS);
    return JiraCalls.ask(String.valueOf(directory), () -> crowd.searchUsers(directory, query));
  }

  /** Reads ahead one chunk at a time. */
  private final class ByName implements Cursor<Account> {
    private final List<String> names;
    private final Set<String> further;
    private int asked;
    private Iterator<User> chunk = List.<User>of().iterator();

    ByName(List<String> names, Set<String> further) {
      this.names = names;
      this.further = further;
    }

    @Override
    public boolean hasNext() {
      while (!chunk.hasNext() && asked < names.size()) {
        int end = Math.min(asked + CHUNK, names.size());
        chunk = named(names.subList(asked, end)).iterator();
        asked = end;
      }
      return chunk.hasNext();
    }

    @Override
    public Account next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return attributes.account(chunk.next(), further);
    }

    @Override
    public void close() {}
  }
}
