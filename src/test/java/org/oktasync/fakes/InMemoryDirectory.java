package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.plan.Change.Attributes;
import org.oktasync.plan.NameHolder;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * A user directory in memory that behaves as Jira's do, as far as the port shows it. What an
 * administrator does by hand is done through {@link #world()}; faults are ordered through {@link
 * #faults()}.
 */
public final class InMemoryDirectory implements DirectoryTarget {
  private final long id;
  private final InMemoryJira world;
  private final DirectoryFaults faults = new DirectoryFaults();
  private long writes;

  /** A directory with this id in a Jira of its own. */
  public InMemoryDirectory(long id) {
    this.id = id;
    this.world = new InMemoryJira();
  }

  /** What Jira holds, to be set up, changed by hand and looked at; never counted as writes. */
  public InMemoryJira world() {
    return world;
  }

  /** Where faults are ordered. */
  public DirectoryFaults faults() {
    return faults;
  }

  /** Rows written through the port since this was made, faults' half-done writes included. */
  public long writes() {
    return writes;
  }

  @Override
  public long directoryId() {
    return id;
  }

  @Override
  public synchronized Cursor<Account> accounts(Set<String> further) {
    faults.before(DirectoryCall.LIST_ACCOUNTS);
    return Cursor.over(
        world.accounts.values().stream().map(account -> seen(account, further)).toList());
  }

  @Override
  public synchronized Optional<Account> account(AccountName name, Set<String> further) {
    faults.before(DirectoryCall.FIND_ACCOUNT);
    return Optional.ofNullable(world.accounts.get(name.key()))
        .map(account -> seen(account, further));
  }

  @Override
  public synchronized List<Account> accounts(Collection<AccountName> names, Set<String> further) {
    faults.before(DirectoryCall.FIND_ACCOUNT);
    return names.stream()
        .flatMap(name -> Optional.ofNullable(world.accounts.get(name.key())).stream())
        .map(account -> seen(account, further))
        .toList();
  }

  private Account seen(Account account, Set<String> further) {
    Map<String, String> more = new HashMap<>();
    further.forEach(attribute -> more.put(attribute, world.further(account.name(), attribute)));
    return account.with(more);
  }

  @Override
  public synchronized Cursor<GroupName> groups() {
    faults.before(DirectoryCall.LIST_GROUPS);
    return Cursor.over(List.copyOf(world.groups.values()));
  }

  @Override
  public synchronized Cursor<AccountName> members(GroupName group) {
    faults.before(DirectoryCall.LIST_MEMBERS);
    return Cursor.over(world.membersOf(group));
  }

  @Override
  public synchronized List<GroupName> groupsOf(AccountName account) {
    faults.before(DirectoryCall.LIST_MEMBERS);
    return world.groups.values().stream()
        .filter(group -> world.membersOf(group).contains(account))
        .sorted()
        .toList();
  }

  @Override
  public synchronized boolean isMember(GroupName group, AccountName account) {
    faults.before(DirectoryCall.LIST_MEMBERS);
    return world.membersOf(group).contains(account);
  }

  @Override
  public synchronized List<Account> accountsWithEmail(String email) {
    faults.before(DirectoryCall.FIND_ACCOUNT);
    return world.accounts.values().stream()
        .filter(account -> account.email().equalsIgnoreCase(email))
        .toList();
  }

  @Override
  public synchronized NameHolder holderOf(AccountName name) {
    faults.before(DirectoryCall.ASK_NAME);
    if (world.accounts.containsKey(name.key())) {
      return NameHolder.TARGET;
    }
    if (world.otherAccounts.contains(name.key())) {
      return NameHolder.OTHER_DIRECTORY;
    }
    return world.keys.containsKey(name.key()) ? NameHolder.FORMER_USER : NameHolder.FREE;
  }

  @Override
  public synchronized boolean isHeldElsewhere(AccountName name) {
    faults.before(DirectoryCall.ASK_NAME);
    return world.otherAccounts.contains(name.key());
  }

  @Override
  public synchronized NameHolder holderOf(GroupName name) {
    faults.before(DirectoryCall.ASK_NAME);
    if (world.groups.containsKey(name.key())) {
      return NameHolder.TARGET;
    }
    return world.otherGroups.contains(name.key()) ? NameHolder.OTHER_DIRECTORY : NameHolder.FREE;
  }

  @Override
  public synchronized String keyOf(AccountName name) {
    faults.before(DirectoryCall.ASK_KEY);
    return world.keys.getOrDefault(name.key(), "");
  }

  @Override
  public synchronized Optional<AccountName> nameOfKey(String userKey) {
    faults.before(DirectoryCall.ASK_KEY);
    return Optional.ofNullable(world.namesOfKeys.get(userKey));
  }

  @Override
  public synchronized List<Creation> create(List<Account> accounts) {
    return create(accounts, false);
  }

  @Override
  public synchronized List<Creation> createBeside(List<Account> accounts) {
    return create(accounts, true);
  }

  private List<Creation> create(List<Account> accounts, boolean beside) {
    List<Creation> answers = new ArrayList<>();
    for (Account account : accounts) {
      try {
        createOne(account, beside);
        String key = world.keys.get(account.name().key());
        answers.add(new Creation(account.name(), key, null));
      } catch (TargetException e) {
        throwIfFatal(e);
        answers.add(new Creation(account.name(), "", e));
      }
    }
    return List.copyOf(answers);
  }

  @Override
  public synchronized void rename(AccountName from, AccountName to) {
    Account account = present(from);
    if (account.name().value().equals(to.value())) {
      return;
    }
    if (!from.equals(to) && !world.free(to)) {
      throw refusal(Kind.CONFLICT, to);
    }
    write(DirectoryCall.RENAME_ACCOUNT, () -> world.rename(from, to));
  }

  @Override
  public synchronized void update(
      AccountName name, Map<String, String> before, Map<String, String> after) {
    Account account = present(name);
    Map<String, String> now = Attributes.of(seen(account, further(after)));
    Map<String, String> changes = new HashMap<>();
    after.forEach(
        (attribute, wanted) -> {
          String value = value(now, attribute);
          if (!value.equals(wanted)) {
            if (!value.equals(before.get(attribute))) {
              throw refusal(Kind.CHANGED_SINCE, name);
            }
            changes.put(attribute, wanted);
          }
        });
    if (!changes.isEmpty()) {
      now.putAll(changes);
      Account changed =
          new Account(
              account.name(),
              now.get(Attributes.DISPLAY_NAME),
              now.get(Attributes.EMAIL),
              account.active());
      write(
          DirectoryCall.UPDATE_ACCOUNT,
          () -> {
            world.accounts.put(name.key(), changed);
            if (changes.containsKey(Attributes.DISPLAY_NAME)) {
              world.nameAfter(name, changed.displayName());
            }
            Map<String, String> more = new HashMap<>(after);
            more.keySet().retainAll(further(after));
            world.set(name, more);
          });
    }
  }

  private static Set<String> further(Map<String, String> values) {
    Set<String> further = new HashSet<>(values.keySet());
    further.removeAll(Set.of(Attributes.DISPLAY_NAME, Attributes.EMAIL));
    return further;
  }

  @Override
  public synchronized void setActive(AccountName name, boolean active) {
    Account account = present(name);
    if (account.active() != active) {
      Account changed = account.withActive(active);
      write(DirectoryCall.SET_ACTIVE, () -> world.accounts.put(name.key(), changed));
    }
  }

  @Override
  public synchronized void deleteAccount(AccountName name) {
    Account account = world.accounts.get(name.key());
    if (account != null) {
      if (account.active()) {
        throw refusal(Kind.CHANGED_SINCE, name);
      }
      write(DirectoryCall.DELETE_ACCOUNT, () -> world.delete(name));
    }
  }

  @Override
  public synchronized void deleteGroup(GroupName group) {
    if (world.parents.contains(group.key())) {
      throw refusal(Kind.DENIED, group);
    }
    if (world.groups.containsKey(group.key())) {
      write(DirectoryCall.DELETE_GROUP, () -> world.delete(group));
    }
  }

  @Override
  public synchronized void createGroup(GroupName group) {
    if (world.groups.containsKey(group.key())) {
      throw refusal(Kind.CONFLICT, group);
    }
    write(DirectoryCall.CREATE_GROUP, () -> world.holdGroup(group));
  }

  @Override
  public synchronized Map<AccountName, TargetException> addMembers(
      GroupName group, List<AccountName> accounts) {
    Map<AccountName, TargetException> failed = new LinkedHashMap<>();
    for (AccountName account : accounts) {
      try {
        addMember(group, account);
      } catch (TargetException e) {
        throwIfFatal(e);
        failed.put(account, e);
      }
    }
    return failed;
  }

  @Override
  public synchronized void removeMember(GroupName group, AccountName account) {
    if (world.isMember(group, account)) {
      write(
          DirectoryCall.REMOVE_MEMBER, () -> world.members.get(group.key()).remove(account.key()));
    }
  }

  private void createOne(Account account, boolean beside) {
    boolean taken =
        beside
            ? world.accounts.containsKey(account.name().key())
            : !world.freeOfAccounts(account.name());
    if (taken) {
      throw refusal(Kind.CONFLICT, account.name());
    }
    write(DirectoryCall.CREATE_ACCOUNT, () -> world.hold(account));
  }

  private void addMember(GroupName group, AccountName account) {
    if (!world.groups.containsKey(group.key())) {
      throw refusal(Kind.NOT_FOUND, group);
    }
    Account present = present(account);
    if (!world.isMember(group, account)) {
      write(
          DirectoryCall.ADD_MEMBER,
          () ->
              world
                  .members
                  .computeIfAbsent(group.key(), key -> new TreeMap<>())
                  .put(account.key(), present.name()));
    }
  }

  private Account present(AccountName name) {
    Account account = world.accounts.get(name.key());
    if (account == null) {
      throw refusal(Kind.NOT_FOUND, name);
    }
    return account;
  }

  private void write(DirectoryCall call, Runnable change) {
    faults.before(call);
    change.run();
    writes++;
    faults.after(call);
  }

  private static String value(Map<String, String> values, String attribute) {
    boolean known =
        attribute.startsWith(Attributes.PROPERTY)
            || Set.of(
                    Attributes.DISPLAY_NAME,
                    Attributes.EMAIL,
                    Attributes.FIRST_NAME,
                    Attributes.LAST_NAME)
                .contains(attribute);
    if (!known) {
      throw new IllegalArgumentException("not an attribute that can be updated: " + attribute);
    }
    return Objects.requireNonNull(values.get(attribute));
  }

  private static void throwIfFatal(TargetException failure) {
    if (failure.kind() == Kind.FATAL) {
      throw failure;
    }
  }

  private static TargetException refusal(Kind kind, Object name) {
    return new TargetException(kind, Message.of("fake-" + kind, name), null);
  }
}
