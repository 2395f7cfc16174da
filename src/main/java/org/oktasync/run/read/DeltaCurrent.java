package org.oktasync.run.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Lead;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.Bystanders;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.NameHolder;
import org.oktasync.plan.Namesakes;
import org.oktasync.target.DirectoryTarget;

/** What Jira holds of the people and groups of a delta, asked for one by one. */
final class DeltaCurrent implements CurrentState, Bystanders {
  private final TargetState whole;
  private final DirectoryTarget target;
  private final Set<String> further;
  private final Set<ExternalId> resting;
  private final LinkBook links;
  private final DeltaPeople people;
  private final DeltaGroups groups;
  private final Map<String, Optional<Account>> accounts = new HashMap<>();

  /**
   * @param whole answers what does not depend on who is in the delta
   * @param further attributes of accounts that are kept in step beyond the usual ones
   * @param resting people whose accounts are active and whose memberships rest
   */
  DeltaCurrent(
      TargetState whole,
      DirectoryTarget target,
      Set<String> further,
      Set<ExternalId> resting,
      LinkBook links,
      DeltaPeople people,
      DeltaGroups groups) {
    this.whole = whole;
    this.target = target;
    this.further = further;
    this.resting = resting;
    this.links = links;
    this.people = people;
    this.groups = groups;
  }

  @Override
  public Cursor<Link> accountLinks() {
    return linksOf(EntityKind.USER, people.ids());
  }

  @Override
  public Cursor<Link> groupLinks() {
    return linksOf(EntityKind.GROUP, groups.ids());
  }

  private Cursor<Link> linksOf(EntityKind kind, NavigableSet<ExternalId> ids) {
    return Cursor.over(ids.stream().flatMap(id -> links.find(kind, id).stream()).toList());
  }

  @Override
  public Bystanders bystanders() {
    return this;
  }

  /** Accounts without a link that may be the own ones of people without a link. */
  @Override
  public Iterable<Account> everyAccount() {
    List<Account> found = new ArrayList<>();
    for (DesiredAccount wanted : people.desired().values()) {
      boolean looking =
          wanted.account() != null
              && !wanted.account().email().isEmpty()
              && links.find(EntityKind.USER, wanted.id()).isEmpty();
      if (looking) {
        target.accountsWithEmail(wanted.account().email()).stream()
            .filter(account -> links.named(EntityKind.USER, account.name().value()).isEmpty())
            .forEach(found::add);
      }
    }
    return found;
  }

  @Override
  public Optional<Account> account(AccountName name) {
    return accounts.computeIfAbsent(name.key(), key -> target.account(name, further));
  }

  /** Whether a person of the delta has an account of ours that is switched on. */
  boolean isActive(ExternalId person) {
    return links
        .find(EntityKind.USER, person)
        .flatMap(link -> account(link.accountName()))
        .filter(Account::active)
        .isPresent();
  }

  /** The linked groups that the account of somebody is in now, or the one that they may adopt. */
  List<Link> groupsOf(DesiredAccount person) {
    Optional<AccountName> name =
        links
            .find(EntityKind.USER, person.id())
            .map(Link::accountName)
            .or(() -> Optional.ofNullable(person.account()).map(Account::name));
    return name.filter(held -> account(held).isPresent()).stream()
        .flatMap(held -> target.groupsOf(held).stream())
        .flatMap(group -> links.named(EntityKind.GROUP, group.value()).stream())
        .toList();
  }

  /** The linked groups that the linked account of somebody is in now. */
  List<Link> groupsOf(ExternalId person) {
    return links.find(EntityKind.USER, person).map(Link::accountName).stream()
        .filter(name -> account(name).isPresent())
        .flatMap(name -> target.groupsOf(name).stream())
        .flatMap(group -> links.named(EntityKind.GROUP, group.value()).stream())
        .toList();
  }

  @Override
  public Optional<AccountName> activeAccount(ExternalId person) {
    return links
        .find(EntityKind.USER, person)
        .filter(link -> !resting.contains(person))
        .filter(link -> account(link.accountName()).filter(Account::active).isPresent())
        .filter(
            link -> link.userKey().isEmpty() || link.userKey().equals(keyOf(link.accountName())))
        .map(Link::accountName);
  }

  @Override
  public Optional<ExternalId> personNamed(AccountName name) {
    return links.named(EntityKind.USER, name.value()).map(Link::externalId);
  }

  @Override
  public boolean hold(GroupName name) {
    return links
        .named(EntityKind.GROUP, name.value())
        .filter(link -> !groups.ids().contains(link.externalId()))
        .isPresent();
  }

  @Override
  public NameHolder holderOf(AccountName name) {
    return whole.holderOf(name);
  }

  @Override
  public Optional<AccountName> nameOfKey(String userKey) {
    return whole.nameOfKey(userKey);
  }

  @Override
  public String keyOf(AccountName name) {
    return whole.keyOf(name);
  }

  @Override
  public boolean isHeldElsewhere(AccountName name) {
    return whole.isHeldElsewhere(name);
  }

  @Override
  public Namesakes namesakes() {
    return new PostponedTakeOvers(whole.namesakes());
  }

  @Override
  public NameHolder holderOf(GroupName name) {
    return whole.holderOf(name);
  }

  @Override
  public Cursor<AccountName> members(GroupName group) {
    return whole.members(group);
  }

  @Override
  public boolean isMember(GroupName group, AccountName account) {
    return whole.isMember(group, account);
  }

  @Override
  public boolean addedByUs(Link group, ExternalId user) {
    return whole.addedByUs(group, user);
  }

  @Override
  public boolean isProtected(AccountName name) {
    return whole.isProtected(name);
  }

  @Override
  public Optional<Message> obstacleToDeletion(AccountName name) {
    return whole.obstacleToDeletion(name);
  }

  @Override
  public boolean keepsMemberships(AccountName name) {
    return whole.keepsMemberships(name);
  }

  @Override
  public boolean isShadowed(AccountName name) {
    return whole.isShadowed(name);
  }

  @Override
  public Optional<List<Lead>> ledBy(AccountName name) {
    return whole.ledBy(name);
  }

  @Override
  public Optional<Message> obstacleToLeading(AccountName name, Lead lead) {
    return whole.obstacleToLeading(name, lead);
  }

  @Override
  public boolean isPlain(AccountName name) {
    return whole.isPlain(name);
  }

  @Override
  public boolean isProtected(GroupName name) {
    return whole.isProtected(name);
  }
}
