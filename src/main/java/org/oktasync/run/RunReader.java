package org.oktasync.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.config.Connection;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.MergeJoin;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SourceIds;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SyncScope;
import org.oktasync.source.SyncToken;
import org.oktasync.target.DirectoryTarget;

/**
 * Reads both sides for one run: what changed, where that is asked for and can be told, else
 * everything, with a notice that says why.
 */
final class RunReader {
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
  RunReader(
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
  RunReading read(SyncRun run) {
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
  RunReading readInstead(SyncRun run, Message reason) {
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
    return new FullReading(
        source.read(scope, folder, watch.stop(), watch),
        rules.mapping(),
        wholeTarget(run),
        notices,
        connection.settingsVersion(),
        now);
  }

  private TargetState wholeTarget(SyncRun run) {
    return new TargetState(connection, ports.links(), target, ports.targets(), run.actors());
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
    return delta.isEmpty() ? instead("full-token-old") : read(run, state.get(), delta.get());
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
    private final LinkBook links = new LinkBook(ports.links(), connection.id());
    private final List<IncompleteList> idLists = new ArrayList<>();
    private final DeltaPeople people;
    private final DeltaGroups groups;
    private final DeltaCurrent current;
    private final Instant now = clock.instant();
    private final boolean scan;

    Delta(SyncRun run, SyncState state, SourceDelta delta) {
      this.state = state;
      this.delta = delta;
      people = new DeltaPeople(lookup, mapping, links, ports.findings().standing(connection.id()));
      groups = new DeltaGroups(delta, lookup, mapping, links);
      current = new DeltaCurrent(wholeTarget(run), target, links, people, groups);
      scan = run.trigger().equals(SyncRun.SCHEDULE) && scanIsDue();
    }

    private boolean scanIsDue() {
      Duration every = Duration.parse(connection.settings().schedule().idScanEvery());
      return !state.idScanAt().plus(every).isAfter(now);
    }

    RunReading reading() {
      try (Cursor<SourceUser> changed = delta.users()) {
        changed.forEachRemaining(people::add);
      }
      delta.deletedUsers().forEach(people::ask);
      state.pendingUsers().forEach(id -> people.ask(new ExternalId(id)));
      delta.deletedGroups().forEach(this::askGroup);
      state.pendingGroups().forEach(id -> askGroup(new ExternalId(id)));
      boolean scanned = scan && scanIds();
      people.close();
      askForRestingMemberships();
      return new DeltaReading(
          delta,
          people,
          groups,
          current,
          state,
          scanned ? now : state.idScanAt(),
          idLists,
          ports.links().count(connection.id(), EntityKind.USER));
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
                && rules.scope().memberships()
                && !delta.joined(wanted.id())
                && !current.isActive(wanted.id());
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
        if (!ids.contains(group.externalId())) {
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
