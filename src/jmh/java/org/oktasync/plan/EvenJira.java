package org.oktasync.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;

/** A Jira that is in step with an {@link EvenOrganisation}, or has nothing of it yet. */
final class EvenJira implements CurrentState {
  private static final long CONNECTION = 1;
  private static final long DIRECTORY = 2;

  private final EvenOrganisation organisation;
  private final boolean inStep;
  private final Map<String, Account> accounts = new HashMap<>();
  private final List<Link> people = new ArrayList<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final List<Link> groupLinks = new ArrayList<>();

  EvenJira(EvenOrganisation organisation, boolean inStep) {
    this.organisation = organisation;
    this.inStep = inStep;
    if (inStep) {
      IntStream.range(0, organisation.people()).forEach(this::addPerson);
      IntStream.range(0, organisation.groupCount()).forEach(this::addGroup);
    }
  }

  private void addPerson(int number) {
    Account account = EvenOrganisation.account(number);
    accounts.put(account.name().key(), account);
    people.add(
        Link.ofAccount(
            CONNECTION,
            EvenOrganisation.user(number),
            DIRECTORY,
            account.name(),
            account.name().key(),
            Link.Origin.CREATED));
  }

  private void addGroup(int number) {
    GroupName name = EvenOrganisation.groupName(number);
    groups.put(name.key(), number);
    groupLinks.add(
        Link.ofGroup(
            CONNECTION, EvenOrganisation.group(number), DIRECTORY, name, Link.Origin.CREATED));
  }

  @Override
  public Cursor<Link> accountLinks() {
    return Cursor.over(people);
  }

  @Override
  public Cursor<Link> groupLinks() {
    return Cursor.over(groupLinks);
  }

  @Override
  public Iterable<Account> everyAccount() {
    return accounts.values();
  }

  @Override
  public Optional<Account> account(AccountName name) {
    return Optional.ofNullable(accounts.get(name.key()));
  }

  @Override
  public NameHolder holderOf(AccountName name) {
    return accounts.containsKey(name.key()) ? NameHolder.TARGET : NameHolder.FREE;
  }

  @Override
  public Optional<AccountName> nameOfKey(String userKey) {
    return Optional.ofNullable(accounts.get(userKey)).map(Account::name);
  }

  @Override
  public String keyOf(AccountName name) {
    return accounts.containsKey(name.key()) ? name.key() : "";
  }

  @Override
  public NameHolder holderOf(GroupName name) {
    return groups.containsKey(name.key()) ? NameHolder.TARGET : NameHolder.FREE;
  }

  @Override
  public Cursor<AccountName> members(GroupName group) {
    IntStream numbers =
        inStep ? organisation.membersOf(groups.get(group.key())) : IntStream.empty();
    return Cursor.over(numbers.mapToObj(n -> EvenOrganisation.account(n).name())::iterator);
  }

  @Override
  public boolean isMember(GroupName group, AccountName account) {
    throw new UnsupportedOperationException("whole lists are compared");
  }

  @Override
  public boolean addedByUs(Link group, ExternalId user) {
    return true;
  }

  @Override
  public boolean isProtected(AccountName name) {
    return false;
  }

  @Override
  public boolean isPlain(AccountName name) {
    return true;
  }

  @Override
  public boolean keepsMemberships(AccountName name) {
    return false;
  }

  @Override
  public Optional<Message> obstacleToDeletion(AccountName name) {
    return Optional.empty();
  }

  @Override
  public boolean isProtected(GroupName name) {
    return false;
  }
}
