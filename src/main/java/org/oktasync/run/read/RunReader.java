package org.oktasync.run.read;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.config.Connection;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.LeaverPolicy;
import org.oktasync.plan.Leavers;
import org.oktasync.plan.MergeJoin;
import org.oktasync.plan.Reasons;
import org.oktasync.record.Finding;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;
import org.oktasync.rows.RowStore;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SourceIds;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;
import org.oktasync.source.SyncToken;
import org.oktasync.spool.SpooledRowStore;
import org.oktasync.target.DirectoryTarget;

/**
 * Reads both sides for one run: what changed, where that is asked for and can be told, else
 * everything, with a notice that says why.
 */
public final class RunReader {
  private final RunPorts ports;
  private final Connection connection;
  private final DirectoryTarget target;
  private final IdentitySource source;
  private final Path folder;
  private final RunWatch watch;
  private final Clock clock;
  private final RunRules rules;
  private final List<Message> notices = new ArrayList<>();

  /**
   * @param folder where lists are stored; private to the run
   */
  public RunReader(
      RunPorts ports,
      Connection connection,
      DirectoryTarget target,
      IdentitySource source,
      Path folder,
      RunWatch watch,
      Clock clock) {
    this.ports = ports;
    this.connection = connection;
    this.target = target;
    this.source = source;
    this.folder = folder;
    this.watch = watch;
    this.clock = clock;
    this.rules = new RunRules(connection.settings());
  }

  /** Reads as much as the run's mode asks for. */
  public RunReading read(SyncRun run) {
    if (!run.extent().directory()) {
      return people(run);
    }
    return run.mode().equals(SyncRun.INCREMENTAL)
        ? changes(run).orElseGet(() -> everything(run))
        : everything(run);
  }

  /**
   * Reads everything after all, because what changed takes too much away to be judged by itself.
   *
   * @param reason for a person
   */
  public RunReading readInstead(SyncRun run, Message reason) {
    notices.add(reason);
    return everything(run);
  }

  /** For objects alone; a few of them are asked for one by one. */
  private RunReading people(SyncRun run) {
    boolean some = run.extent().limited();
    return new ObjectsOnlyReading(
        some
            ? Optional.empty()
            : Optional.of(source.read(rules.objectScope(), folder, watch.stop(), watch)));
  }

  private RunReading everything(SyncRun run) {
    Instant now = clock.instant();
    SyncScope scope = run.extent().assets() ? rules.scopeWithObjects() : rules.scope();
    SourceSnapshot snapshot = source.read(scope, folder, watch.stop(), watch);
    SpooledRowStore rows = new SpooledRowStore(folder);
    return new FullReading(
        snapshot,
        outside(snapshot),
        OrphanedTakeOvers.among(
            ports.takeOvers().waiting(connection.id()), snapshot, source.lookup(watch.stop())),
        rules.mapping(),
        wholeTarget(run, rows),
        rows,
        notices,
        connection.settingsVersion(),
        now);
  }

  private PeopleOutside outside(SourceSnapshot snapshot) {
    boolean unknown = !snapshot.usersCompleteness().complete();
    return rules.scope().people().everyone() || unknown
        ? PeopleOutside.NOBODY
        : PeopleOutside.ask(
            snapshot.users(),
            ports.links().links(connection.id(), EntityKind.USER),
            source.lookup(watch.stop()),
            rules.mapping());
  }

  private TargetState wholeTarget(SyncRun run, RowStore store) {
    return new TargetState(connection, ports, target, run.actors(), store);
  }

  private Optional<RunReading> changes(SyncRun run) {
    Optional<SyncState> state = ports.states().standing(connection.id());
    if (state.isEmpty()) {
      return instead("full-first");
    }
    if (state.get().settingsVersion() != connection.settingsVersion()) {
      return instead("full-rules-changed");
    }
    SyncToken since = new SyncToken(state.get().token());
    Optional<SourceDelta> delta = source.changes(rules.scope(), since, folder, watch.stop(), watch);
    if (delta.isEmpty()) {
      return instead("full-token-old");
    } else if (isScoped() && delta.get().everybodyInScope().isEmpty()) {
      delta.get().close();
      return instead("full-scope-unread");
    }
    return read(run, state.get(), delta.get());
  }

  private boolean isScoped() {
    return !rules.scope().people().everyone();
  }

  private Optional<RunReading> instead(String reason) {
    notices.add(Message.of(reason));
    return Optional.empty();
  }

  /** Reads what hangs together with a delta; closes it when that is too much. */
  private Optional<RunReading> read(SyncRun run, SyncState state, SourceDelta delta) {
    try {
      return Optional.of(new Delta(run, state, delta).reading());
    } catch (DeltaTooLargeException e) {
      delta.close();
      notices.add(e.reason());
      return Optional.empty();
    } catch (RuntimeException e) {
      delta.close();
      throw e;
    }
  }

  /** The completion of one delta. */
  private final class Delta {
    private final SyncState state;
    private final SourceDelta delta;
    private final SourceLookup lookup = source.lookup(watch.stop());
    private final MappingProfile mapping = rules.mapping();
    private final RowStore rows = new SpooledRowStore(folder);
    private final LinkBook links = new LinkBook(ports.links(), connection.id(), rows);
    private final List<IncompleteList> idLists = new ArrayList<>();
    private final DeltaPeople people;
    private final DeltaGroups groups;
    private final DeltaCurrent current;
    private final Instant now = clock.instant();
    private final boolean scan;
    private final Set<ExternalId> inScope = new HashSet<>();
    private final Set<Finding> standing = ports.findings().standing(connection.id());
    private final Set<ExternalId> resting;
    private final Leavers leavers = rules.policy(clock.instant()).leavers();

    Delta(SyncRun run, SyncState state, SourceDelta delta) {
      this.state = state;
      this.delta = delta;
      resting = RestingPeople.among(standing);
      people =
          new DeltaPeople(
              lookup, mapping, links, standing, id -> !isScoped() || inScope.contains(id));
      groups = new DeltaGroups(delta, lookup, mapping, links);
      current =
          new DeltaCurrent(
              wholeTarget(run, rows),
              target,
              mapping.people().further(),
              resting,
              links,
              people,
              groups);
      scan = run.trigger().equals(SyncRun.SCHEDULE) && scanIsDue();
    }

    private boolean scanIsDue() {
      Duration every = Duration.parse(connection.settings().schedule().idScanEvery());
      return !state.idScanAt().plus(every).isAfter(now);
    }

    RunReading reading() {
      if (isScoped()) {
        addByScope();
      }
      try (Cursor<SourceUser> changed = delta.users()) {
        changed.forEachRemaining(people::add);
      }
      delta.deletedUsers().forEach(people::ask);
      state.pending().users().forEach(id -> people.ask(new ExternalId(id)));
      rules
          .leavingSince(now)
          .ifPresent(then -> people.askAll(ports.links().leavingSince(connection.id(), then)));
      delta.deletedGroups().forEach(this::askGroup);
      state.pending().groups().forEach(id -> askGroup(new ExternalId(id)));
      askForGroupsThatReturn();
      boolean scanned = scan && scanIds();
      askWhoseNameIsFree();
      people.close();
      askForRestingMemberships();
      takeOutOfGroups();
      tellWhoIsThere();
      return new DeltaReading(
          delta,
          people,
          groups,
          current,
          state,
          scanned ? now : state.idScanAt(),
          idLists,
          ports.links().count(connection.id(), EntityKind.USER),
          rules.objects().thingsOfPeople());
    }

    /** Who came into the scope, or left it, need not have changed. */
    private void addByScope() {
      List<ExternalId> outside = new ArrayList<>();
      try (Cursor<SourceUser> everybody = delta.everybodyInScope().orElseThrow();
          Cursor<Link> owned = ports.links().links(connection.id(), EntityKind.USER)) {
        MergeJoin.run(
            everybody,
            SourceUser::id,
            owned,
            Link::externalId,
            (id, user, link) -> {
              if (user == null) {
                outside.add(id);
              } else {
                inScope.add(id);
                if (link == null || link.deactivatedAt() != null || resting.contains(id)) {
                  people.add(user);
                }
              }
            });
      }
      people.askAll(outside);
    }

    private void tellWhoIsThere() {
      Set<ExternalId> there =
          people.desired().values().stream()
              .filter(person -> person.active() && person.reach() == Reach.IN_SCOPE)
              .map(DesiredAccount::id)
              .collect(Collectors.toSet());
      if (!there.isEmpty()) {
        groups.people(there);
      }
    }

    /** Whoever leaves all groups is taken out of those that the delta is not about, too. */
    private void takeOutOfGroups() {
      for (ExternalId id : people.ids()) {
        if (leavers.policyFor(people.desired().get(id)) == LeaverPolicy.REMOVE_GROUPS) {
          for (Link group : current.groupsOf(id)) {
            people.countLookup();
            groups.leaves(id, group.externalId());
          }
        }
      }
    }

    /** Whose members rested while the settings left a group out may have left it long ago. */
    private void askForGroupsThatReturn() {
      standing(Reasons.GROUP_LEFT_OUT).stream().filter(groups::wants).forEach(this::askGroup);
    }

    /** One that is left out may go over to another of its name; one that is gone stays for it. */
    private void askWhoseNameIsFree() {
      boolean deletes = rules.policy(now).groups().delete() && groups.lackLinkedOnes();
      if (deletes || groups.leaveOutLinkedOnes()) {
        standing(Reasons.GROUP_NAME_DISPUTED).forEach(this::askGroup);
      }
      if (deletes) {
        standing(Reasons.GROUP_RENAMED).forEach(this::askGroup);
      }
      Set<ExternalId> leftOut = standing(Reasons.GROUP_LEFT_OUT);
      groups.holdersOfWantedNames().stream().filter(leftOut::contains).forEach(this::askGroup);
    }

    private Set<ExternalId> standing(String reason) {
      return standing.stream()
          .filter(finding -> finding.kind() == EntityKind.GROUP)
          .filter(finding -> finding.reason().equals(reason))
          .map(finding -> new ExternalId(finding.sourceId()))
          .collect(Collectors.toSet());
    }

    private void askGroup(ExternalId id) {
      people.countLookup();
      groups.ask(id);
    }

    /** Somebody who has had no active account may have been in groups for long. */
    private void askForRestingMemberships() {
      for (DesiredAccount wanted : people.desired().values()) {
        boolean returns =
            wanted.active()
                && wanted.reach() == Reach.IN_SCOPE
                && rules.scope().memberships()
                && !delta.joined(wanted.id())
                && (resting.contains(wanted.id()) || !current.isActive(wanted.id()));
        if (returns) {
          askForMemberships(wanted);
        }
      }
    }

    private void askForMemberships(DesiredAccount person) {
      people.countLookup();
      List<SourceGroup> in = lookup.groupsOf(person.id());
      groups.joins(person.id(), in);
      Set<ExternalId> ids = in.stream().map(SourceGroup::id).collect(Collectors.toSet());
      for (Link group : current.groupsOf(person)) {
        if (!groups.holds(group.externalId(), ids)) {
          people.countLookup();
          groups.leaves(person.id(), group.externalId());
        }
      }
    }

    /** Asks for everybody whom we have a link of and the list of ids has not. */
    private boolean scanIds() {
      watch.phase("scan");
      try (SourceIds ids = source.ids(folder, watch.stop(), watch)) {
        idLists.addAll(ids.incomplete());
        if (!ids.incomplete().isEmpty()) {
          return false;
        }
        missing(ids.users(), EntityKind.USER).forEach(people::ask);
        missing(ids.groups(), EntityKind.GROUP).forEach(this::askGroup);
        return true;
      }
    }

    private List<ExternalId> missing(Cursor<ExternalId> present, EntityKind kind) {
      List<ExternalId> missing = new ArrayList<>();
      try (present;
          Cursor<Link> owned = ports.links().links(connection.id(), kind)) {
        MergeJoin.run(
            present,
            id -> id,
            owned,
            Link::externalId,
            (id, there, link) -> {
              if (there == null) {
                missing.add(id);
              }
            });
      }
      return missing;
    }
  }
}
