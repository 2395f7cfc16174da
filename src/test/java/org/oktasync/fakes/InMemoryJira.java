package org.oktasync.fakes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

/**
 * What a Jira holds around one directory: its accounts, groups and memberships, the names in its
 * other directories, and the table of user keys, which outlive accounts. The public methods are
 * what an administrator does by hand.
 */
public final class InMemoryJira {
  final Map<String, Account> accounts = new TreeMap<>();
  final Map<String, GroupName> groups = new TreeMap<>();
  final Map<String, Map<String, AccountName>> members = new TreeMap<>();
  final Set<String> parents = new TreeSet<>();
  final Set<String> otherAccounts = new TreeSet<>();
  final Set<String> otherGroups = new TreeSet<>();
  final Map<String, String> keys = new TreeMap<>();

  /** First and last names by account. */
  final Map<String, Map<String, String>> names = new TreeMap<>();

  /** Properties of users by their key. */
  final Map<String, Map<String, String>> properties = new TreeMap<>();

  final Map<String, AccountName> namesOfKeys = new TreeMap<>();
  private int nextKey = 10_100;
  private BiConsumer<AccountName, AccountName> renames = (from, to) -> {};

  /** Tells somebody of each account that gets another name, once it has it. */
  public void onRename(BiConsumer<AccountName, AccountName> listener) {
    renames = listener;
  }

  /** An account is made, or replaced by this one; Jira gives the name a key if it has none. */
  public synchronized InMemoryJira hold(Account account) {
    accounts.put(account.name().key(), account.with(Map.of()));
    giveKey(account.name());
    nameAfter(account.name(), account.displayName());
    set(account.name(), account.more());
    return this;
  }

  /** Jira derives first and last name from the one that people see. */
  void nameAfter(AccountName account, String displayName) {
    int blank = displayName.indexOf(' ');
    Map<String, String> derived = new TreeMap<>();
    derived.put("firstName", blank < 0 ? "" : displayName.substring(0, blank));
    derived.put("lastName", displayName.substring(blank + 1));
    names.put(account.key(), derived);
  }

  /** Sets further attributes of an account: first and last name, or properties of its user. */
  public synchronized void set(AccountName account, Map<String, String> values) {
    values.forEach(
        (attribute, value) -> {
          if (attribute.startsWith("property:")) {
            properties
                .computeIfAbsent(keys.get(account.key()), key -> new TreeMap<>())
                .put(attribute, value);
          } else {
            names.get(account.key()).put(attribute, value);
          }
        });
  }

  /** A further attribute of an account; empty when it has none. */
  public synchronized String further(AccountName account, String attribute) {
    return attribute.startsWith("property:")
        ? properties.getOrDefault(keys.get(account.key()), Map.of()).getOrDefault(attribute, "")
        : names.get(account.key()).getOrDefault(attribute, "");
  }

  /** A group is made if it is missing, and these accounts of the directory become members. */
  public synchronized InMemoryJira holdGroup(GroupName group, AccountName... people) {
    groups.putIfAbsent(group.key(), group);
    Map<String, AccountName> inside = members.computeIfAbsent(group.key(), key -> new TreeMap<>());
    for (AccountName person : people) {
      inside.put(person.key(), accounts.get(person.key()).name());
    }
    return this;
  }

  /** Another group is put into this one. */
  public synchronized void nest(GroupName parent) {
    parents.add(parent.key());
  }

  /** A membership ends. */
  public synchronized void removeMember(GroupName group, AccountName account) {
    members.get(group.key()).remove(account.key());
  }

  /** Another directory has an account of this name. */
  public synchronized InMemoryJira holdElsewhere(AccountName name) {
    otherAccounts.add(name.key());
    giveKey(name);
    return this;
  }

  /** No other directory has an account of this name any more; Jira still knows its key. */
  public synchronized void releaseElsewhere(AccountName name) {
    otherAccounts.remove(name.key());
  }

  /** Another directory has a group of this name. */
  public synchronized InMemoryJira holdElsewhere(GroupName name) {
    otherGroups.add(name.key());
    return this;
  }

  /** An account is deleted with its memberships; its user key stays. */
  public synchronized void delete(AccountName name) {
    accounts.remove(name.key());
    members.values().forEach(inside -> inside.remove(name.key()));
  }

  /** A group is deleted with its memberships. */
  public synchronized void delete(GroupName group) {
    groups.remove(group.key());
    members.remove(group.key());
  }

  /** An account gets another name: its user key and memberships move with it. */
  public synchronized void rename(AccountName from, AccountName to) {
    accounts.put(to.key(), accounts.remove(from.key()).named(to));
    names.put(to.key(), names.remove(from.key()));
    String userKey = keys.remove(from.key());
    keys.put(to.key(), userKey);
    namesOfKeys.put(userKey, to);
    members
        .values()
        .forEach(
            inside -> {
              if (inside.remove(from.key()) != null) {
                inside.put(to.key(), to);
              }
            });
    renames.accept(from, to);
  }

  /** All accounts by name. */
  public synchronized List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  /** All groups by name. */
  public synchronized List<GroupName> groups() {
    return List.copyOf(groups.values());
  }

  /** The members of a group by name; empty when it does not exist. */
  public synchronized List<AccountName> membersOf(GroupName group) {
    return List.copyOf(members.getOrDefault(group.key(), Map.of()).values());
  }

  /** Everything that the directory holds, one line each, in a fixed order. */
  public synchronized String text() {
    StringBuilder text = new StringBuilder();
    accounts
        .values()
        .forEach(account -> text.append(account).append(names.get(account.name().key())));
    text.append(properties).append('\n');
    groups
        .values()
        .forEach(group -> text.append(group).append(' ').append(membersOf(group)).append('\n'));
    return text.toString();
  }

  boolean isMember(GroupName group, AccountName account) {
    return members.getOrDefault(group.key(), Map.of()).containsKey(account.key());
  }

  boolean freeOfAccounts(AccountName name) {
    return !accounts.containsKey(name.key()) && !otherAccounts.contains(name.key());
  }

  boolean free(AccountName name) {
    return freeOfAccounts(name) && !keys.containsKey(name.key());
  }

  private void giveKey(AccountName name) {
    if (!keys.containsKey(name.key())) {
      String userKey = "JIRAUSER" + nextKey++;
      keys.put(name.key(), userKey);
      namesOfKeys.put(userKey, name);
    }
  }

  /** Jira gives a name a key, as it does right before it makes the account. */
  public void holdKey(AccountName name) {
    keys.put(name.key(), "JIRAUSER-" + name.key());
  }
}
