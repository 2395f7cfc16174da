package org.oktasync.run.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.oktasync.model.Lead;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.NamePatterns;
import org.oktasync.model.TakeOver;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.NameHolder;
import org.oktasync.plan.Namesakes;
import org.oktasync.plan.Reasons;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.TakeOvers;
import org.oktasync.rows.AccountFormat;
import org.oktasync.rows.KeyedRows;
import org.oktasync.rows.LinkFormat;
import org.oktasync.rows.RowStore;
import org.oktasync.rows.SortedRows;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.run.rules.RunRules;
import org.oktasync.target.AccountFacts;
import org.oktasync.target.Directories;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.ProtectedAccounts;
import org.oktasync.target.TargetException;

/**
 * What Jira holds at the beginning of a run: accounts and links kept at hand, once somebody asks
 * for one, and members read group by group.
 */
public final class TargetState implements CurrentState {
  private final Connection connection;
  private final LinkRegistry links;
  private final DirectoryTarget target;
  private final AccountFacts facts;
  private final ProtectedAccounts guarded;
  private final NamePatterns guardedUsers;
  private final NamePatterns guardedGroups;
  private final Set<AccountName> actors;
  private final Set<String> further;
  private final LeadTarget leads;
  private final TakeOvers takeOvers;
  private final Directories directories;
  private final RowStore rows;
  private Namesakes namesakes;
  private KeyedRows<Account> accounts;
  private SortedRows<Link> accountLinks;

  /** Whom we added to the group that was asked about last: whoever plans asks group by group. */
  private Set<ExternalId> added = Set.of();

  private OptionalLong addedTo = OptionalLong.empty();

  /** For few questions: what is kept at hand is kept in memory. */
  public TargetState(
      Connection connection, RunPorts ports, DirectoryTarget target, Set<String> actors) {
    this(connection, ports, target, actors, RowStore.IN_MEMORY);
  }

  /**
   * @param actors user names of who started or approved the run, who are protected too
   * @param rows where accounts and links are kept at hand
   */
  public TargetState(
      Connection connection,
      RunPorts ports,
      DirectoryTarget target,
      Set<String> actors,
      RowStore rows) {
    TargetFactory targets = ports.targets();
    this.rows = rows;
    this.connection = connection;
    this.links = ports.links();
    this.takeOvers = ports.takeOvers();
    this.directories = targets.directories();
    this.target = target;
    this.facts = targets.accountFacts();
    this.leads = targets.leads();
    this.guarded = targets.protectedAccounts();
    this.further = new RunRules(connection.settings()).mapping().people().further();
    this.actors = actors.stream().map(AccountName::new).collect(Collectors.toSet());
    GuardrailSettings guardrails = connection.settings().guardrails();
    guardedUsers = new NamePatterns(guardrails.protectedUsers());
    guardedGroups = new NamePatterns(guardrails.protectedGroups());
  }

  /** Every account of the target directory; read at the first question. */
  private KeyedRows<Account> accounts() {
    if (accounts == null) {
      KeyedRows<Account> read = rows.open("accounts", new AccountFormat());
      try (Cursor<Account> all = target.accounts(further)) {
        all.forEachRemaining(read::put);
      }
      accounts = read;
    }
    return accounts;
  }

  @Override
  public Cursor<Link> accountLinks() {
    if (accountLinks == null) {
      SortedRows<Link> read = rows.sort("links", LinkFormat.ofPeople(connection.id()));
      links.each(connection.id(), EntityKind.USER, read::add);
      read.seal();
      accountLinks = read;
    }
    return accountLinks.cursor();
  }

  @Override
  public Cursor<Link> groupLinks() {
    return links.links(connection.id(), EntityKind.GROUP);
  }

  @Override
  public Iterable<Account> everyAccount() {
    return () -> accounts().all();
  }

  @Override
  public Optional<Account> account(AccountName name) {
    return accounts().find(name.key());
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
  public boolean isHeldElsewhere(AccountName name) {
    return target.isHeldElsewhere(name);
  }

  @Override
  public Namesakes namesakes() {
    if (namesakes == null) {
      OtherDirectories others = new OtherDirectories(directories, target.directoryId());
      List<TakeOver> waiting = takeOvers.waiting(connection.id());
      namesakes = new WaitingTakeOvers(waiting, others, this, further);
    }
    return namesakes;
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
    OptionalLong asked = OptionalLong.of(group.id());
    if (!asked.equals(addedTo)) {
      added = links.addedMembers(group.id());
      addedTo = asked;
    }
    return added.contains(user);
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
  public boolean isShadowed(AccountName name) {
    return facts.isShadowed(target.directoryId(), name);
  }

  @Override
  public Optional<List<Lead>> ledBy(AccountName name) {
    try {
      return Optional.of(leads.ledBy(name));
    } catch (TargetException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Message> obstacleToLeading(AccountName name, Lead lead) {
    try {
      return leads.obstacle(name, lead);
    } catch (TargetException e) {
      return Optional.of(Message.of(Reasons.LEADS_UNKNOWN, lead.label()));
    }
  }

  @Override
  public boolean isPlain(AccountName name) {
    return !isShadowed(name) && facts.hasApplicationAccess(name);
  }

  @Override
  public boolean isProtected(GroupName name) {
    return guardedGroups.matches(name) || guarded.givesAdministration(name);
  }
}
