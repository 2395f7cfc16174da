package org.oktasync.apply;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.NameHolder;
import org.oktasync.plan.Reasons;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.PlannedChange;
import org.oktasync.rows.RowStore;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.TargetException;

/**
 * Carries out changes on one directory, and keeps the links in step with it. A change of something
 * that is not linked, or linked under another name by now, is left out as changed since.
 */
public final class DirectoryWriter implements ChangeWriter {
  private static final Message CHANGED_SINCE = Message.of("changed-since");

  private final long connectionId;
  private final DirectoryTarget target;
  private final LinkRegistry registry;
  private final LinkIndex links;
  private final RetryPolicy retry;
  private final WriteCheck check;
  private final boolean keepAdoptedMembers;
  private final Departures departures;

  /**
   * @param check asked before each change
   * @param keepAdoptedMembers whether a group adopted by a run keeps the members it has
   * @param rows where the links are kept at hand
   * @param notices told who waits to be deactivated or deleted
   * @param clock tells when an account was deactivated
   */
  public DirectoryWriter(
      long connectionId,
      DirectoryTarget target,
      LinkRegistry registry,
      RetryPolicy retry,
      WriteCheck check,
      boolean keepAdoptedMembers,
      RowStore rows,
      LeaverNotices notices,
      Clock clock) {
    this.connectionId = connectionId;
    this.target = target;
    this.registry = registry;
    this.links = new LinkIndex(registry, connectionId, rows);
    this.retry = retry;
    this.check = check;
    this.keepAdoptedMembers = keepAdoptedMembers;
    this.departures = new Departures(target, links, notices, clock);
  }

  /**
   * All creations, all that take over an account of another directory, or all joiners of one group.
   */
  @Override
  public String together(Change change) {
    if (change instanceof AccountChange.CreateAccount create) {
      return create.takesOver() ? "take over" : "create";
    } else if (change instanceof Change.AddMember add) {
      return "add " + add.groupId().value();
    } else if (change instanceof Change.LeaveAlone) {
      return "leave";
    }
    return null;
  }

  @Override
  public int most() {
    return PlanExecutor.CHUNK;
  }

  @Override
  public void write(List<PlannedChange> batch, Applied applied, StopSignal stop) {
    List<PlannedChange> allowed = allowed(batch, applied);
    if (allowed.isEmpty()) {
      return;
    }
    Change first = allowed.get(0).row().toChange();
    if (first instanceof AccountChange.CreateAccount) {
      createAccounts(allowed, applied);
    } else if (first instanceof Change.AddMember add) {
      addMembers(add.groupId(), add.group(), allowed, applied);
    } else if (!(first instanceof Change.LeaveAlone)) {
      allowed.forEach(change -> writeOne(change, applied, stop));
    }
  }

  private List<PlannedChange> allowed(List<PlannedChange> batch, Applied applied) {
    check.prepare(batch.stream().map(planned -> planned.row().toChange()).toList());
    List<PlannedChange> allowed = new ArrayList<>();
    for (PlannedChange planned : batch) {
      Change change = planned.row().toChange();
      if (isDone(change)) {
        applied.done(planned);
        continue;
      }
      Optional<Message> veto = owned(change) ? check.veto(change) : Optional.of(CHANGED_SINCE);
      if (veto.isPresent()) {
        applied.skipped(planned, veto.get());
      } else {
        allowed.add(planned);
      }
    }
    return allowed;
  }

  /** Whether a run that broke off had done it already: what was made or renamed is ours by now. */
  private boolean isDone(Change change) {
    if (change instanceof AccountChange.CreateAccount create) {
      AccountName name = create.account().name();
      return links.owns(create.sourceId(), name) && target.account(name).isPresent();
    } else if (change instanceof AccountChange.RenameAccount rename) {
      return !rename.from().equals(rename.to()) && links.owns(rename.sourceId(), rename.to());
    } else if (change instanceof GroupChange.CreateGroup create) {
      return links.owns(create.sourceId(), create.name())
          && target.holderOf(create.name()) == NameHolder.TARGET;
    } else if (change instanceof GroupChange.CopyGroup copy) {
      return links.owns(copy.sourceId(), copy.to());
    }
    return departures.isDone(change);
  }

  private boolean owned(Change change) {
    ExternalId id = change.sourceId();
    if (change instanceof AccountChange.RenameAccount rename) {
      return links.owns(id, rename.from());
    } else if (change instanceof AccountChange.UpdateAccount update) {
      return links.owns(id, update.name());
    } else if (change instanceof AccountChange.ReactivateAccount reactivate) {
      return links.owns(id, reactivate.name());
    } else if (change instanceof AccountChange.DeactivateAccount deactivate) {
      return links.owns(id, deactivate.name());
    } else if (change instanceof AccountChange.AwaitDeactivation await) {
      return links.owns(id, await.name());
    } else if (change instanceof AccountChange.StayActive stay) {
      return links.owns(id, stay.name());
    } else if (change instanceof AccountChange.DeleteAccount delete) {
      return links.owns(id, delete.account().name()) && deactivatedByUs(id);
    } else if (change instanceof GroupChange.CopyGroup copy) {
      return links.owns(id, copy.from());
    } else if (change instanceof GroupChange.DeleteGroup delete) {
      return links.owns(id, delete.name()) && madeByUs(id);
    } else if (change instanceof Change.AddMember add) {
      return links.owns(id, add.account()) && links.owns(add.groupId(), add.group());
    } else if (change instanceof Change.RemoveMember remove) {
      return links.owns(id, remove.account()) && links.owns(remove.groupId(), remove.group());
    }
    return true;
  }

  private boolean deactivatedByUs(ExternalId user) {
    return links.get(EntityKind.USER, user).deactivatedAt() != null;
  }

  private boolean madeByUs(ExternalId group) {
    return links.get(EntityKind.GROUP, group).origin() == Link.Origin.CREATED;
  }

  private void writeOne(PlannedChange planned, Applied applied, StopSignal stop) {
    Change change = planned.row().toChange();
    try {
      retry.run(() -> carryOut(change), stop);
      applied.done(planned);
    } catch (TargetException e) {
      settle(planned, e, applied);
    }
  }

  /** One change that failed stops no other, unless the target as a whole is unusable. */
  private static void settle(PlannedChange planned, TargetException e, Applied applied) {
    switch (e.kind()) {
      case FATAL -> throw e;
      case CHANGED_SINCE -> applied.skipped(planned, e.problem());
      default -> applied.failed(planned, e.problem());
    }
  }

  private void carryOut(Change change) {
    if (change instanceof AccountChange.AdoptAccount adopt) {
      adopt(adopt);
    } else if (change instanceof AccountChange.RenameAccount rename) {
      target.rename(rename.from(), rename.to());
      Link link = links.get(EntityKind.USER, rename.sourceId());
      links.store(List.of(link.renamed(rename.to().value())));
    } else if (change instanceof AccountChange.UpdateAccount update) {
      target.update(update.name(), update.before(), update.after());
    } else if (change instanceof AccountChange.ReactivateAccount reactivate) {
      target.setActive(reactivate.name(), true);
      links.store(List.of(links.get(EntityKind.USER, reactivate.sourceId()).deactivated(null)));
    } else if (change instanceof AccountChange.DeactivateAccount deactivate) {
      departures.deactivate(deactivate);
    } else if (change instanceof AccountChange.AwaitDeactivation await) {
      departures.await(await);
    } else if (change instanceof AccountChange.StayActive stay) {
      departures.stay(stay);
    } else if (change instanceof AccountChange.DeleteAccount delete) {
      deleteAccount(delete);
    } else if (change instanceof GroupChange.AdoptGroup adopt) {
      adoptGroup(adopt);
    } else if (change instanceof GroupChange.CopyGroup copy) {
      copyGroup(copy);
    } else if (change instanceof GroupChange.CreateGroup create) {
      createGroup(create);
    } else if (change instanceof Change.RemoveMember remove) {
      removeMember(remove);
    } else if (change instanceof GroupChange.DeleteGroup delete) {
      deleteGroup(delete);
    }
  }

  /** The link stays: it leads the same person back to the user key, and nobody else. */
  private void deleteAccount(AccountChange.DeleteAccount delete) {
    AccountName name = delete.account().name();
    String key = links.get(EntityKind.USER, delete.sourceId()).userKey();
    if (!key.equals(target.keyOf(name))) {
      throw TargetException.changedSince();
    }
    target.deleteAccount(name);
  }

  private void deleteGroup(GroupChange.DeleteGroup delete) {
    try (Cursor<AccountName> members = target.members(delete.name())) {
      while (members.hasNext()) {
        if (!links.ownsAccount(members.next())) {
          throw TargetException.changedSince();
        }
      }
    }
    target.deleteGroup(delete.name());
    links.release(EntityKind.GROUP, delete.sourceId());
  }

  private void adopt(AccountChange.AdoptAccount adopt) {
    if (target.account(adopt.name()).isEmpty()) {
      throw TargetException.changedSince();
    }
    links.store(
        List.of(
            Link.ofAccount(
                connectionId,
                adopt.sourceId(),
                target.directoryId(),
                adopt.name(),
                target.keyOf(adopt.name()),
                Link.Origin.ADOPTED)));
  }

  private void createGroup(GroupChange.CreateGroup create) {
    target.createGroup(create.name());
    if (links.get(EntityKind.GROUP, create.sourceId()) == null) {
      linkGroup(create.sourceId(), create.name(), Link.Origin.CREATED, create.reason());
    }
  }

  private void adoptGroup(GroupChange.AdoptGroup adopt) {
    Optional<Link> before =
        registry.findByName(connectionId, EntityKind.GROUP, adopt.name().value());
    if (before.isEmpty()) {
      linkGroup(adopt.sourceId(), adopt.name(), Link.Origin.ADOPTED, adopt.reason());
    } else if (!before.get().externalId().equals(adopt.sourceId())) {
      takeOver(before.get(), adopt);
    }
  }

  /** What the connection knows of a group goes over to what wants it now. */
  private void takeOver(Link before, GroupChange.AdoptGroup adopt) {
    Link link =
        Link.ofGroup(
                connectionId, adopt.sourceId(), target.directoryId(), adopt.name(), before.origin())
            .keepingUnownedMembers(before.keepUnownedMembers())
            .namedByAdministrator(before.namedByAdministrator() || mayAdminister(adopt.reason()));
    links.store(List.of(link));
    Link stored = links.get(EntityKind.GROUP, adopt.sourceId());
    registry.noteAdded(stored.id(), List.copyOf(registry.addedMembers(before.id())));
    links.release(EntityKind.GROUP, before.externalId());
  }

  private void copyGroup(GroupChange.CopyGroup copy) {
    target.createGroup(copy.to());
    Link link = links.get(EntityKind.GROUP, copy.sourceId());
    registry.forgetAdded(link.id(), List.copyOf(registry.addedMembers(link.id())));
    links.store(List.of(link.renamed(copy.to().value()).keepingUnownedMembers(false)));
  }

  private void linkGroup(ExternalId id, GroupName name, Link.Origin origin, String named) {
    boolean keep = origin == Link.Origin.ADOPTED && keepAdoptedMembers;
    Link link = Link.ofGroup(connectionId, id, target.directoryId(), name, origin);
    links.store(
        List.of(link.keepingUnownedMembers(keep).namedByAdministrator(mayAdminister(named))));
  }

  private static boolean mayAdminister(String named) {
    return named.equals(Reasons.NAMED_TO_ADMINISTER);
  }

  private void removeMember(Change.RemoveMember remove) {
    target.removeMember(remove.group(), remove.account());
    Link group = links.get(EntityKind.GROUP, remove.groupId());
    if (group.keepUnownedMembers()) {
      registry.forgetAdded(group.id(), List.of(remove.sourceId()));
    }
  }

  private void createAccounts(List<PlannedChange> batch, Applied applied) {
    List<AccountChange.CreateAccount> creations =
        batch.stream()
            .map(planned -> (AccountChange.CreateAccount) planned.row().toChange())
            .toList();
    List<DirectoryTarget.Creation> made =
        create(
            creations.stream().map(AccountChange.CreateAccount::account).toList(),
            creations.get(0).takesOver());
    List<Link> newLinks = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      if (made.get(i).problem() == null) {
        newLinks.add(
            Link.ofAccount(
                connectionId,
                creations.get(i).sourceId(),
                target.directoryId(),
                made.get(i).name(),
                made.get(i).userKey(),
                Link.Origin.CREATED));
      }
    }
    links.store(newLinks);
    for (int i = 0; i < made.size(); i++) {
      record(batch.get(i), made.get(i).problem(), applied);
    }
  }

  private List<DirectoryTarget.Creation> create(List<Account> accounts, boolean beside) {
    return beside ? target.createBeside(accounts) : target.create(accounts);
  }

  private void addMembers(
      ExternalId groupId, GroupName group, List<PlannedChange> batch, Applied applied) {
    List<AccountName> names =
        batch.stream().map(planned -> new AccountName(planned.row().subject())).toList();
    Map<AccountName, TargetException> failures = target.addMembers(group, names);
    Link link = links.get(EntityKind.GROUP, groupId);
    if (link.keepUnownedMembers()) {
      List<ExternalId> added =
          batch.stream()
              .filter(planned -> !failures.containsKey(new AccountName(planned.row().subject())))
              .map(planned -> new ExternalId(planned.row().sourceId()))
              .toList();
      registry.noteAdded(link.id(), added);
    }
    for (int i = 0; i < batch.size(); i++) {
      record(batch.get(i), failures.get(names.get(i)), applied);
    }
  }

  private static void record(PlannedChange planned, TargetException problem, Applied applied) {
    if (problem == null) {
      applied.done(planned);
    } else {
      settle(planned, problem, applied);
    }
  }
}
