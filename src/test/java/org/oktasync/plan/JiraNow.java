package org.oktasync.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Lead;
import org.oktasync.model.Link;
import org.oktasync.model.Message;

/** What Jira holds, set up by hand. Each name has its own user key, {@code K-name}. */
final class JiraNow implements CurrentState {
  final Map<String, Account> accounts = new TreeMap<>();
  final Map<String, String> keys = new HashMap<>();
  final Map<String, Set<String>> groups = new TreeMap<>();
  final Map<ExternalId, Link> people = new TreeMap<>();
  final Map<ExternalId, Link> groupLinks = new TreeMap<>();
  final Set<String> protectedNames = new HashSet<>();
  final Set<String> heldNames = new HashSet<>();
  final Set<String> namesElsewhere = new HashSet<>();
  final Set<String> formerNames = new HashSet<>();
  final Set<String> groupsElsewhere = new HashSet<>();
  final Set<String> customers = new HashSet<>();
  final Set<String> shadowed = new HashSet<>();
  final Set<String> addedByUs = new HashSet<>();
  final Map<Lead, String> leads = new TreeMap<>();
  final Map<String, Message> deletionObstacles = new HashMap<>();
  final Map<Lead, Message> leadObstacles = new HashMap<>();
  boolean leadsKnown = true;

  JiraNow account(String name, boolean active) {
    AccountName account = new AccountName(name);
    accounts.put(account.key(), new Account(account, name, name + "@x.org", active));
    keys.put(account.key(), "K-" + name);
    return this;
  }

  /** An account that belongs to a person of the source. */
  JiraNow linked(String id, String name) {
    account(name, true);
    return link(id, name, null);
  }

  /** An account that we deactivated then. */
  JiraNow deactivated(String id, String name, Instant at) {
    account(name, false);
    return link(id, name, at);
  }

  private JiraNow link(String id, String name, Instant deactivatedAt) {
    Link link =
        Link.ofAccount(
            1, new ExternalId(id), 7, new AccountName(name), "K-" + name, Link.Origin.CREATED);
    people.put(new ExternalId(id), link.deactivated(deactivatedAt));
    return this;
  }

  JiraNow group(String name, String... members) {
    groups
        .computeIfAbsent(new GroupName(name).key(), any -> new TreeSet<>())
        .addAll(List.of(members));
    return this;
  }

  JiraNow linkedGroup(String id, String name, Link.Origin origin, String... members) {
    group(name, members);
    groupLinks.put(
        new ExternalId(id), Link.ofGroup(1, new ExternalId(id), 7, new GroupName(name), origin));
    return this;
  }

  @Override
  public Cursor<Link> accountLinks() {
    return Cursor.over(List.copyOf(people.values()));
  }

  @Override
  public Cursor<Link> groupLinks() {
    return Cursor.over(List.copyOf(groupLinks.values()));
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
    if (accounts.containsKey(name.key())) {
      return NameHolder.TARGET;
    } else if (namesElsewhere.contains(name.key())) {
      return NameHolder.OTHER_DIRECTORY;
    }
    return formerNames.contains(name.key()) ? NameHolder.FORMER_USER : NameHolder.FREE;
  }

  @Override
  public Optional<AccountName> nameOfKey(String userKey) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().equals(userKey))
        .map(entry -> new AccountName(entry.getKey()))
        .findFirst();
  }

  @Override
  public String keyOf(AccountName name) {
    return keys.getOrDefault(name.key(), "");
  }

  @Override
  public NameHolder holderOf(GroupName name) {
    if (groups.containsKey(name.key())) {
      return NameHolder.TARGET;
    }
    return groupsElsewhere.contains(name.key()) ? NameHolder.OTHER_DIRECTORY : NameHolder.FREE;
  }

  @Override
  public Cursor<AccountName> members(GroupName group) {
    return Cursor.over(membersOf(group).stream().map(AccountName::new).toList());
  }

  private Collection<String> membersOf(GroupName group) {
    return groups.getOrDefault(group.key(), Set.of());
  }

  @Override
  public boolean isMember(GroupName group, AccountName account) {
    return membersOf(group).contains(account.key());
  }

  @Override
  public boolean addedByUs(Link group, ExternalId user) {
    return addedByUs.contains(user.value());
  }

  @Override
  public boolean isProtected(AccountName name) {
    return protectedNames.contains(name.key());
  }

  @Override
  public boolean isPlain(AccountName name) {
    return !customers.contains(name.key());
  }

  @Override
  public boolean keepsMemberships(AccountName name) {
    return heldNames.contains(name.key());
  }

  @Override
  public Optional<Message> obstacleToDeletion(AccountName name) {
    return Optional.ofNullable(deletionObstacles.get(name.key()));
  }

  @Override
  public boolean isShadowed(AccountName name) {
    return shadowed.contains(name.key());
  }

  @Override
  public Optional<List<Lead>> ledBy(AccountName name) {
    return leadsKnown
        ? Optional.of(
            leads.keySet().stream().filter(lead -> leads.get(lead).equals(name.key())).toList())
        : Optional.empty();
  }

  @Override
  public Optional<Message> obstacleToLeading(AccountName name, Lead lead) {
    return Optional.ofNullable(leadObstacles.get(lead));
  }

  @Override
  public boolean isProtected(GroupName name) {
    return protectedNames.contains(name.key());
  }
}
