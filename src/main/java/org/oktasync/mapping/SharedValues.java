package org.oktasync.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oktasync.model.Account;
import org.oktasync.model.Message;

/** Accounts by a value that is to be theirs alone, and who else has it. */
final class SharedValues {
  private static final int NAMED = 10;

  private final Function<Account, String> value;
  private final Map<String, Account> accounts = new HashMap<>();
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, TreeSet<String>> severalAccounts = new HashMap<>();
  private final Map<String, TreeSet<String>> severalPeople = new HashMap<>();

  /**
   * @param value what is compared, as it is compared; empty when an account does not have it
   */
  SharedValues(Function<Account, String> value) {
    this.value = value;
  }

  /** Notes an account of the target. */
  void account(Account account) {
    String own = value.apply(account);
    Account first = own.isEmpty() ? null : accounts.putIfAbsent(own, account);
    if (first != null) {
      add(severalAccounts, own, first.name().value(), account.name().value());
    }
  }

  /**
   * Notes a person and the account they are to have, if some account of the target could mean it.
   */
  void person(DesiredAccount person) {
    String own = value.apply(person.account());
    String first = accounts.containsKey(own) ? people.putIfAbsent(own, person.label()) : null;
    if (first != null) {
      add(severalPeople, own, first, person.label());
    }
  }

  private static void add(
      Map<String, TreeSet<String>> several, String value, String first, String other) {
    TreeSet<String> names = several.computeIfAbsent(value, any -> new TreeSet<>());
    names.add(first);
    names.add(other);
  }

  /** The account that has the value of the wanted one; one of them when several have it. */
  Optional<Account> match(Account wanted) {
    return Optional.ofNullable(accounts.get(value.apply(wanted)));
  }

  /** That several accounts, or several people, have the value of the wanted account, if so. */
  Optional<Message> doubt(Account wanted) {
    String own = value.apply(wanted);
    return doubt("several-accounts", severalAccounts.get(own))
        .or(() -> doubt("several-people", severalPeople.get(own)));
  }

  private static Optional<Message> doubt(String code, TreeSet<String> names) {
    if (names == null) {
      return Optional.empty();
    }
    String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return Optional.of(Message.of(code, names.size() > NAMED ? named + ", …" : named));
  }

  /** The first person noted who is to have the value of this account. */
  Optional<String> personFor(Account account) {
    return Optional.ofNullable(people.get(value.apply(account)));
  }
}
