package org.oktasync.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.NameHolder;
import org.oktasync.plan.Reasons;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.Mark;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.SyncRun;
import org.oktasync.target.DirectoryTarget;

/**
 * Puts the links in order after a run that ended between a write and the note of it. Only the chunk
 * behind the run's mark can be in doubt; each of its changes is compared with the directory, and
 * what is found done is noted. Nothing is written to the directory, but for accounts that were
 * begun: Jira had given them a key already.
 */
final class RunRecovery {
  /** As long as interrupted runs are taken up, too. */
  private static final Duration LATELY = Duration.ofHours(1);

  private final LinkRegistry links;
  private final PlanStore plans;
  private final Clock clock;
  private boolean lately;
  private final Set<String> ownedKeys = new HashSet<>();

  RunRecovery(LinkRegistry links, PlanStore plans, Clock clock) {
    this.links = links;
    this.plans = plans;
    this.clock = clock;
  }

  /** Notes what {@code run} did without noting it. */
  void recover(SyncRun run, DirectoryTarget target) {
    Mark mark = run.mark();
    lately = isLate(run);
    loadOwnedKeys(run.connectionId());
    try (Cursor<PlannedChange> changes = plans.changes(run.planId(), mark)) {
      for (int i = 0; i < PlanExecutor.CHUNK && changes.hasNext(); i++) {
        recover(run.connectionId(), changes.next().row().toChange(), target);
      }
    }
  }

  /** Whether nobody else is likely to have made and deleted an account since the run ended. */
  private boolean isLate(SyncRun run) {
    Instant last = Optional.ofNullable(run.times().heartbeatAt()).orElse(run.times().startedAt());
    return last.plus(LATELY).isAfter(clock.instant());
  }

  private void loadOwnedKeys(long connectionId) {
    ownedKeys.clear();
    try (Cursor<Link> owned = links.links(connectionId, EntityKind.USER)) {
      owned.forEachRemaining(link -> ownedKeys.add(link.userKey()));
    }
  }

  private void recover(long connectionId, Change change, DirectoryTarget target) {
    if (change instanceof AccountChange.CreateAccount create) {
      recoverCreation(connectionId, create, target);
    } else if (change instanceof AccountChange.RenameAccount rename) {
      recoverRename(connectionId, rename, target);
    } else if (change instanceof GroupChange.CreateGroup create) {
      recoverGroup(connectionId, create, target);
    } else if (change instanceof GroupChange.CopyGroup copy) {
      recoverCopy(connectionId, copy, target);
    } else if (change instanceof Change.AddMember add) {
      recoverMember(connectionId, add, target);
    } else if (change instanceof AccountChange.ReactivateAccount reactivate) {
      recoverActivity(connectionId, reactivate, reactivate.name(), target);
    } else if (change instanceof AccountChange.DeactivateAccount deactivate) {
      recoverActivity(connectionId, deactivate, deactivate.name(), target);
    } else if (change instanceof GroupChange.DeleteGroup delete) {
      recoverDeletion(connectionId, delete, target);
    }
  }

  /**
   * The account was the other way when the plan was made. Whoever switched it in between, it counts
   * as deactivated by the run from now on at the earliest.
   */
  private void recoverActivity(
      long connectionId, Change change, AccountName name, DirectoryTarget target) {
    boolean active = change instanceof AccountChange.ReactivateAccount;
    boolean done = target.account(name).map(account -> account.active() == active).orElse(false);
    links
        .find(connectionId, EntityKind.USER, change.sourceId())
        .filter(link -> done && link.accountName().equals(name))
        .ifPresent(link -> links.store(List.of(link.deactivated(active ? null : clock.instant()))));
  }

  /** Nothing is left of the group that the link could belong to. */
  private void recoverDeletion(
      long connectionId, GroupChange.DeleteGroup delete, DirectoryTarget target) {
    links
        .find(connectionId, EntityKind.GROUP, delete.sourceId())
        .filter(link -> link.groupName().equals(delete.name()))
        .filter(link -> target.holderOf(delete.name()) != NameHolder.TARGET)
        .ifPresent(link -> links.release(link.id()));
  }

  /**
   * The name was free, or about to be, when the plan was made; an account that is exactly as
   * planned and belongs to nobody is ours. One that belongs to somebody has not been renamed away
   * yet.
   */
  private void recoverCreation(
      long connectionId, AccountChange.CreateAccount create, DirectoryTarget target) {
    AccountName name = create.account().name();
    Optional<Account> account = target.account(name);
    if (account.isEmpty() && isBegun(name, target)) {
      finishCreation(connectionId, create, target);
      return;
    } else if (account.isEmpty() || !account.get().equals(create.account().with(Map.of()))) {
      return;
    }
    String key = target.keyOf(name);
    if (ownedKeys.add(key)) {
      links.store(
          List.of(
              Link.ofAccount(
                  connectionId,
                  create.sourceId(),
                  target.directoryId(),
                  name,
                  key,
                  Link.Origin.CREATED)));
    }
  }

  /**
   * Nobody ever had the name when the plan was made, and now Jira knows a key for it without an
   * account: the creation broke off in between. Later runs would take the key for that of a former
   * user, whose name nobody may have.
   */
  private boolean isBegun(AccountName name, DirectoryTarget target) {
    return lately && target.holderOf(name) == NameHolder.FORMER_USER;
  }

  private void finishCreation(
      long connectionId, AccountChange.CreateAccount create, DirectoryTarget target) {
    target.create(List.of(create.account())).stream()
        .filter(creation -> creation.problem() == null)
        .filter(creation -> ownedKeys.add(creation.userKey()))
        .forEach(
            creation ->
                links.store(
                    List.of(
                        Link.ofAccount(
                            connectionId,
                            create.sourceId(),
                            target.directoryId(),
                            create.account().name(),
                            creation.userKey(),
                            Link.Origin.CREATED))));
  }

  /** A rename keeps the user key, so the key tells whether it happened. */
  private void recoverRename(
      long connectionId, AccountChange.RenameAccount rename, DirectoryTarget target) {
    Optional<Link> link = links.find(connectionId, EntityKind.USER, rename.sourceId());
    if (link.isEmpty() || !link.get().accountName().equals(rename.from())) {
      return;
    }
    boolean moved =
        target.account(rename.to()).isPresent()
            && !link.get().userKey().isEmpty()
            && target.keyOf(rename.to()).equals(link.get().userKey());
    if (moved) {
      links.store(List.of(link.get().renamed(rename.to().value())));
    }
  }

  /** The name was free when the plan was made; an empty group of that name is ours. */
  private void recoverGroup(
      long connectionId, GroupChange.CreateGroup create, DirectoryTarget target) {
    if (links.find(connectionId, EntityKind.GROUP, create.sourceId()).isEmpty()
        && target.holderOf(create.name()) == NameHolder.TARGET
        && isEmpty(target, create.name())) {
      links.store(
          List.of(
              Link.ofGroup(
                      connectionId,
                      create.sourceId(),
                      target.directoryId(),
                      create.name(),
                      Link.Origin.CREATED)
                  .namedByAdministrator(create.reason().equals(Reasons.NAMED_TO_ADMINISTER))));
    }
  }

  /** The new name was free when the plan was made; an empty group of that name is the copy. */
  private void recoverCopy(long connectionId, GroupChange.CopyGroup copy, DirectoryTarget target) {
    links
        .find(connectionId, EntityKind.GROUP, copy.sourceId())
        .filter(link -> link.groupName().equals(copy.from()))
        .filter(link -> target.holderOf(copy.to()) == NameHolder.TARGET)
        .filter(link -> isEmpty(target, copy.to()))
        .ifPresent(
            link ->
                links.store(List.of(link.renamed(copy.to().value()).keepingUnownedMembers(false))));
  }

  private static boolean isEmpty(DirectoryTarget target, GroupName group) {
    try (Cursor<AccountName> members = target.members(group)) {
      return !members.hasNext();
    }
  }

  /** In a group that keeps the members it had, the plan is the proof that we added this one. */
  private void recoverMember(long connectionId, Change.AddMember add, DirectoryTarget target) {
    Optional<Link> group = links.find(connectionId, EntityKind.GROUP, add.groupId());
    if (group.isEmpty() || !group.get().keepUnownedMembers()) {
      return;
    }
    List<AccountName> members = new ArrayList<>();
    try (Cursor<AccountName> cursor = target.members(add.group())) {
      cursor.forEachRemaining(members::add);
    }
    if (members.contains(add.account())) {
      links.noteAdded(group.get().id(), List.of(add.sourceId()));
    }
  }
}
