package org.oktasync.run.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.plan.AccessLoss;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.SeatUse;
import org.oktasync.rows.KeyedRows;
import org.oktasync.rows.RowStore;
import org.oktasync.target.ApplicationSeats;
import org.oktasync.target.ApplicationSeats.Application;
import org.oktasync.target.MembershipAggregation;
import org.oktasync.target.TargetException;

/**
 * Works out, while a plan streams by, who would use which application of Jira once it is applied.
 * Only people whom the plan switches on or off, or puts into or out of a group that opens an
 * application, can make a difference; the members of such groups are read at the end, when there
 * are any. For one thread.
 */
public final class SeatCount implements PlanSink {
  private static final int NAMED = 5;

  private final SyncLog log;
  private final PlanSink next;
  private final ApplicationSeats seats;
  private final List<Application> applications;
  private final Set<GroupName> opening = new HashSet<>();
  private final Function<AccountName, Optional<Account>> accounts;
  private final Predicate<AccountChange.CreateAccount> hidden;
  private final MembershipAggregation aggregation;
  private final Set<AccountName> takingOver = new HashSet<>();

  /** Whose new account does not count, and neither do its memberships. */
  private final Set<AccountName> unused = new HashSet<>();

  private final Map<ExternalId, AccountName> namesBefore = new HashMap<>();
  private final KeyedRows<SeatedPerson> people;
  private final Set<GroupName> deleted = new HashSet<>();
  private final Map<GroupName, Set<AccountName>> members = new HashMap<>();

  /**
   * @param next takes the plan on
   * @param accounts the accounts of the directory before the plan
   * @param hidden whether the account of another directory that somebody takes over stands before
   *     the new one
   * @param aggregation what becomes of memberships of both
   * @param rows where people are kept while they are counted
   */
  public SeatCount(
      PlanSink next,
      ApplicationSeats seats,
      Function<AccountName, Optional<Account>> accounts,
      Predicate<AccountChange.CreateAccount> hidden,
      MembershipAggregation aggregation,
      RowStore rows,
      SyncLog log) {
    this.log = log;
    this.next = next;
    this.seats = seats;
    this.accounts = accounts;
    this.hidden = hidden;
    this.aggregation = aggregation;
    this.people = rows.open("seats", new SeatedPerson.Format());
    this.applications = seats.applications();
    applications.forEach(application -> opening.addAll(application.groups()));
  }

  @Override
  public void change(Phase phase, Change change) {
    next.change(phase, change);
    if (!applications.isEmpty()) {
      count(change);
    }
  }

  private void count(Change change) {
    ExternalId id = change.sourceId();
    if (change instanceof AccountChange.CreateAccount create) {
      keep(id, create.takesOver() ? takingOver(create) : made(create.account()));
    } else if (change instanceof AccountChange.RenameAccount rename) {
      namesBefore.putIfAbsent(id, rename.from());
    } else if (change instanceof AccountChange.ReactivateAccount reactivate) {
      keep(id, holder(id, reactivate.name()).switched(true));
    } else if (change instanceof AccountChange.DeactivateAccount deactivate) {
      keep(id, holder(id, deactivate.name()).switched(false));
    } else if (change instanceof Change.AddMember add && counts(add)) {
      keep(id, holder(id, add.account()).joining(add.group()));
    } else if (change instanceof Change.RemoveMember remove && opening.contains(remove.group())) {
      keep(id, holder(id, remove.account()).leaving(remove.group()));
    } else if (change instanceof GroupChange.DeleteGroup delete
        && opening.contains(delete.name())) {
      deleted.add(delete.name());
    }
  }

  private static SeatHolder made(Account account) {
    return SeatHolder.made(account.name(), account.active());
  }

  private boolean counts(Change.AddMember add) {
    return opening.contains(add.group()) && !unused.contains(add.account());
  }

  /**
   * Of two accounts of one name the one in the earlier directory counts; the memberships of the
   * other one do so where they add up.
   */
  private SeatHolder takingOver(AccountChange.CreateAccount create) {
    Account account = create.account();
    takingOver.add(account.name());
    List<GroupName> lost = List.of();
    if (aggregation != MembershipAggregation.ON) {
      boolean stays = hidden.test(create);
      lost = stays ? List.of() : List.copyOf(opening);
      if (stays && aggregation == MembershipAggregation.OFF) {
        unused.add(account.name());
      }
    }
    return SeatHolder.takingOver(account.name(), account.active(), lost);
  }

  private void keep(ExternalId id, SeatHolder holder) {
    people.put(new SeatedPerson(id, holder));
  }

  private SeatHolder holder(ExternalId id, AccountName nameAfter) {
    return people
        .find(id.value())
        .map(SeatedPerson::holder)
        .orElseGet(() -> present(namesBefore.getOrDefault(id, nameAfter), nameAfter));
  }

  private SeatHolder present(AccountName before, AccountName after) {
    boolean active = accounts.apply(before).map(Account::active).orElse(false);
    return SeatHolder.present(before, after, active);
  }

  /** The totals of the plan, and what it does to the seats; to be called at the end of the plan. */
  public PlanSummary seated(PlanSummary totals) {
    try {
      Difference ofSeats = new Difference();
      try (Cursor<SeatedPerson> planned = people.all()) {
        planned.forEachRemaining(person -> ofSeats.add(person.holder()));
      }
      othersInDeletedGroups().forEach(ofSeats::add);
      return totals.seated(use(ofSeats.more), ofSeats.loss());
    } catch (TargetException e) {
      log.warn(e, "Who uses which application could not be read, so no seats are counted");
      return totals;
    }
  }

  private List<SeatUse> use(Map<String, Long> more) {
    return applications.stream()
        .filter(one -> one.seats() > 0)
        .map(
            one -> {
              long after = one.used() + more.getOrDefault(one.name(), 0L);
              return new SeatUse(one.name(), one.seats(), one.used(), after);
            })
        .toList();
  }

  /** How the seats in use change. */
  private final class Difference {
    private final Map<String, Long> more = new HashMap<>();
    private final List<String> named = new ArrayList<>();
    private long without;
    private long doubtful;

    void add(SeatHolder holder) {
      Set<GroupName> now = groupsOf(holder);
      Set<String> before = holder.activeBefore() ? opened(now) : Set.of();
      Set<String> after = holder.activeAfter() ? opened(holder.after(now, deleted)) : Set.of();
      after.forEach(name -> more.merge(name, before.contains(name) ? 0L : 1L, Long::sum));
      boolean takes = takingOver.contains(holder.name());
      // While nobody knows whether memberships add up, these seats count as taken.
      long freed = takes && aggregation != MembershipAggregation.OFF ? 0L : -1L;
      before.forEach(name -> more.merge(name, after.contains(name) ? 0L : freed, Long::sum));
      if (holder.activeAfter() && after.isEmpty() && (holder.arrives() || !before.isEmpty())) {
        without++;
        doubtful += takes && aggregation == MembershipAggregation.UNKNOWN ? 1 : 0;
        if (named.size() < NAMED) {
          named.add(holder.name().value());
        }
      }
    }

    AccessLoss loss() {
      return new AccessLoss(without, named, doubtful);
    }
  }

  private List<SeatHolder> othersInDeletedGroups() {
    List<SeatHolder> others = new ArrayList<>();
    Set<AccountName> known = deleted.isEmpty() ? Set.of() : namesInPlan();
    for (GroupName group : deleted) {
      membersOf(group).stream()
          .sorted()
          .filter(known::add)
          .forEach(name -> others.add(present(name, name)));
    }
    return others;
  }

  private Set<AccountName> namesInPlan() {
    Set<AccountName> names = new HashSet<>();
    try (Cursor<SeatedPerson> planned = people.all()) {
      planned.forEachRemaining(person -> names.add(person.holder().nameBefore()));
    }
    return names;
  }

  private Set<GroupName> groupsOf(SeatHolder holder) {
    Set<GroupName> groups = new HashSet<>();
    if (holder.nameBefore() != null) {
      opening.stream()
          .filter(group -> membersOf(group).contains(holder.nameBefore()))
          .forEach(groups::add);
    }
    return groups;
  }

  private Set<AccountName> membersOf(GroupName group) {
    return members.computeIfAbsent(group, seats::members);
  }

  /** The applications that these groups open together and that take a seat. */
  private Set<String> opened(Set<GroupName> groups) {
    List<Application> opened =
        applications.stream()
            .filter(one -> one.groups().stream().anyMatch(groups::contains))
            .toList();
    boolean more = opened.stream().anyMatch(one -> !one.basic());
    Set<String> names = new HashSet<>();
    opened.stream().filter(one -> !more || !one.basic()).forEach(one -> names.add(one.name()));
    return names;
  }

  @Override
  public void unchanged(EntityKind kind, long count) {
    next.unchanged(kind, count);
  }

  @Override
  public void owned(EntityKind kind, long count) {
    next.owned(kind, count);
  }

  @Override
  public void linked(long accounts) {
    next.linked(accounts);
  }

  @Override
  public void groupLoss(GroupName group, long lost, long total) {
    next.groupLoss(group, lost, total);
  }
}
