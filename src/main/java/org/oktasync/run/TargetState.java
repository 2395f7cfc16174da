package org.oktasync.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.config.Connection;
import org.oktasync.config.GuardrailSettings;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.NamePatterns;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.NameHolder;
import org.oktasync.record.LinkRegistry;
import org.oktasync.target.AccountFacts;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.ProtectedAccounts;

/**
 * What Jira holds at the beginning of a run: accounts in memory, once somebody asks for one, and
 * members read group by group.
 */
final class TargetState implements CurrentState {
  private final Connection connection;
  private final LinkRegistry links;
  private final DirectoryTarget target;
  private final AccountFacts facts;
  private final ProtectedAccounts guarded;
  private final NamePatterns guardedUsers;
  private final NamePatterns guardedGroups;
  private final Set<AccountName> actors;
  private final Set<String> further;
  private Map<String, Account> accounts;
  private final Map<Long, Set<ExternalId>> added = new HashMap<>();

  /**
   * @param actors user names of who started or approved the run, who are protected too
   */
  TargetState(
      Connection connection,
      LinkRegistry links,
      DirectoryTarget target,
      TargetFactory targets,
      Set<String> actors) {
    this.connection = connection;
    this.links = links;
    this.target = target;
    this.facts = targets.accountFacts();
    this.guarded = targets.protectedAccounts();
    this.further = new RunRules(connection.settings()).mapping().people().further();
    this.actors = actors.stream().map(AccountName::new).collect(Collectors.toSet());
    GuardrailSettings guardrails = connection.settings().guardrails();
    guardedUsers = new NamePatterns(guardrails.protectedUsers());
    guardedGroups = new NamePatterns(guardrails.protectedGroups());
  }

  /** Every account of the target directory, by folded name; read at the first question. */
  Map<String, Account> accounts() {
    if (accounts == null) {
      Map<String, Account> read = new HashMap<>();
      try (Cursor<Account> all = target.accounts(further)) {
        all.forEachRemaining(account -> read.put(account.name().key(), account));
      }
      accounts = java.util.Collections.unmodifiableMap(read);
    }
    return accounts;
  }

  @Override
  public Cursor<Link> accountLinks() {
    return links.links(connection.id(), EntityKind.USER);
  }

  @Override
  public Cursor<Link> groupLinks() {
    return links.links(connection.id(), EntityKind.GROUP);
  }

  @Override
  public Iterable<Account> everyAccount() {
    return accounts().values();
  }

  @Override
  public Optional<Account> account(AccountName name) {
    return Optional.ofNullable(accounts().get(name.key()));
  }

  @Override
  public NameHolder holderOf(AccountName name) {
    return target.holderOf(name);
  }

  @Override
  public Optional<AccountName> nameOfKey(String userKey) {
    return userKey.isEmpty() ? Optional.empty() : target.nameOfKey(userKey);
  }

  @Override
  public String keyOf(AccountName name) {
    return target.keyOf(name);
  }

  @Override
  public NameHolder holderOf(GroupName name) {
    return target.holderOf(name);
  }

  @Override
  public Cursor<AccountName> members(GroupName group) {
    return target.members(group);
  }

  @Override
  public boolean isMember(GroupName group, AccountName account) {
    return target.isMember(group, account);
  }

  @Override
  public boolean addedByUs(Link group, ExternalId user) {
    return added.computeIfAbsent(group.id(), links::addedMembers).contains(user);
  }

  @Override
  public boolean isProtected(AccountName name) {
    return guardedUsers.matches(name) || actors.contains(name) || guarded.isAdministrator(name);
  }

  @Override
  public boolean keepsMemberships(AccountName name) {
    return guardedUsers.matches(name);
  }

  @Override
  public Optional<Message> obstacleToDeletion(AccountName name) {
    return facts.obstacleToDeletion(name);
  }

  @Override
  public boolean isPlain(AccountName name) {
    return !facts.isShadowed(target.directoryId(), name) && facts.hasApplicationAccess(name);
  }

  @Override
  public boolean isProtected(GroupName name) {
    return guardedGroups.matches(name) || guarded.givesAdministration(name);
  }
}
