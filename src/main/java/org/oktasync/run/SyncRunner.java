package org.oktasync.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.apply.ChangeWriter;
import org.oktasync.apply.DirectoryWriter;
import org.oktasync.apply.LeadWriter;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.apply.WriteCheck;
import org.oktasync.config.Connection;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.plan.LeadPolicy;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;
import org.oktasync.record.Tally;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.run.assets.PeopleReading;
import org.oktasync.run.guard.LeadCheck;
import org.oktasync.run.guard.LeaverCheck;
import org.oktasync.run.guard.LookupCheck;
import org.oktasync.run.guard.LookupCheck.Depth;
import org.oktasync.run.guard.ObjectCheck;
import org.oktasync.run.guard.SnapshotCheck;
import org.oktasync.run.guard.StoredPlanCheck;
import org.oktasync.run.guard.TakeOverCheck;
import org.oktasync.run.guard.WholeHandOver;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.run.ports.SpoolFolders;
import org.oktasync.run.read.MappedState;
import org.oktasync.run.read.OnePerson;
import org.oktasync.run.read.PersonReader;
import org.oktasync.run.read.RunReader;
import org.oktasync.run.read.RunReading;
import org.oktasync.run.read.TargetState;
import org.oktasync.run.read.TrialReader;
import org.oktasync.run.report.LeaverMails;
import org.oktasync.run.rules.RunRules;
import org.oktasync.run.setup.ProfileFollower;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.spool.SpooledRowStore;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetDirectory;
import org.oktasync.target.TargetException;

/**
 * The order of a run: read, map, plan, guard, apply, record. Every run goes through here; a dry run
 * ends after guard. Nothing is written to Jira before the whole plan, objects of Assets among it,
 * is stored and judged; but before anything is read, a full run brings object types in step with
 * the source's profiles.
 */
public final class SyncRunner {
  private final RunPorts ports;
  private final SpoolFolders folders;
  private final RetryPolicy retry;
  private final Clock clock;
  private final RunPlanner planner;
  private final RunEnd end;

  public SyncRunner(RunPorts ports, SpoolFolders folders, RetryPolicy retry, Clock clock) {
    this.ports = ports;
    this.folders = folders;
    this.retry = retry;
    this.clock = clock;
    this.planner = new RunPlanner(ports, clock);
    this.end = new RunEnd(ports, clock);
  }

  /**
   * Does one run from the beginning.
   *
   * @param person the one person whom it is about; empty for everybody
   * @return the run as it ended, which is stored
   * @throws org.oktasync.source.SourceException when the source cannot be read
   * @throws TargetException when the directory is unusable, or Assets in a run that is about
   *     objects alone
   * @throws org.oktasync.control.StoppedException when the run was asked to stop
   */
  SyncRun run(SyncRun started, Connection connection, Optional<OnePerson> person, RunWatch watch) {
    Path folder = folders.create();
    ProfileFollower.Followed followed =
        new ProfileFollower(ports, started, watch).follow(connection);
    try (IdentitySource source = ports.sources().open(followed.connection())) {
      watch.usage(source::usage);
      Work work = new Work(started, followed, source, folder, watch);
      return person.isPresent() ? work.run(person.get()) : work.run();
    } finally {
      folders.delete(folder);
    }
  }

  /** One run from the beginning. */
  private final class Work {
    private final SyncRun started;
    private final Connection connection;
    private final List<Message> beforehand;
    private final IdentitySource source;
    private final Path folder;
    private final RunWatch watch;
    private final Supplier<DirectoryTarget> target;
    private final RunReader reader;
    private Message reason = Message.of("full-much-taken");

    Work(
        SyncRun started,
        ProfileFollower.Followed followed,
        IdentitySource source,
        Path folder,
        RunWatch watch) {
      this.started = started;
      this.connection = followed.connection();
      this.beforehand = followed.notices();
      this.source = source;
      this.folder = folder;
      this.watch = watch;
      DirectoryTarget directory = started.extent().directory() ? openTarget(connection) : null;
      this.target = () -> directory;
      this.reader = new RunReader(ports, connection, directory, source, folder, watch, clock);
    }

    SyncRun run() {
      return started.mode().equals(SyncRun.TRIAL) ? trial() : everybody();
    }

    /** The first people alone; whatever they lack is added, and nothing is taken away. */
    private SyncRun trial() {
      TrialReader first =
          new TrialReader(ports, connection, target.get(), source, folder, watch, clock);
      try (RunReading reading = first.read(started)) {
        return from(reading).orElseThrow();
      }
    }

    private SyncRun everybody() {
      Optional<Message> instead = catchingUp();
      if (instead.isEmpty()) {
        Optional<SyncRun> done;
        try (RunReading reading = reader.read(started)) {
          done = from(reading);
        }
        if (done.isPresent()) {
          return done.get();
        }
      }
      try (RunReading whole = reader.readInstead(started, instead.orElse(reason))) {
        return from(whole).orElseThrow();
      }
    }

    SyncRun run(OnePerson person) {
      PersonReader one =
          new PersonReader(
              ports,
              connection,
              target.get(),
              source.lookup(watch.stop()),
              started.actors(),
              clock);
      try (RunReading reading = one.read(person)) {
        return from(reading).orElseThrow();
      }
    }

    /** Objects that are behind what a delta goes on from are looked at in whole. */
    private Optional<Message> catchingUp() {
      boolean behind =
          started.mode().equals(SyncRun.INCREMENTAL)
              && ports
                  .states()
                  .standing(connection.id())
                  .filter(SyncState::objectsBehind)
                  .isPresent();
      try (ObjectsPart objects = objects()) {
        return behind && objects.wanted() && objects.reachable()
            ? Optional.of(Message.of("full-objects-behind"))
            : Optional.empty();
      }
    }

    private ObjectsPart objects() {
      return new ObjectsPart(ports, connection, started, beforehand, watch);
    }

    /** Empty when everything must be read to believe it. */
    private Optional<SyncRun> from(RunReading reading) {
      try (ObjectsPart objects = objects()) {
        if (objects.wanted()) {
          Optional<PeopleReading> people =
              reading.people(source, objects.referrers(), watch.stop());
          if (people.isEmpty()) {
            reason = Message.of("full-many-objects");
            return Optional.empty();
          }
          objects.read(source, people.get(), folder, reading::part);
        }
        return planner
            .plan(started, connection, reading, objects, watch)
            .map(planned -> go(planned, reading, objects));
      }
    }

    private SyncRun go(SyncRun planned, RunReading reading, ObjectsPart objects) {
      if (!planned.dryRun() && objects.heldBack()) {
        ports.states().objectsBehind(connection.id());
      }
      if (planned.state().over()) {
        return planned;
      }
      boolean few = LookupCheck.suits(planned.planned());
      boolean delta = !reading.mode().equals(SyncRun.FULL);
      RunRules rules = new RunRules(connection.settings());
      Depth depth = delta ? Depth.MEMBERSHIPS : few ? Depth.PEOPLE : Depth.DELETIONS;
      WriteCheck check =
          new LookupCheck(
                  source.lookup(watch.stop()),
                  rules.mapping(),
                  depth,
                  rules.scope().people(),
                  group -> reading.desired().memberChanges(group).isPresent())
              .and(
                  new ObjectCheck(
                      source,
                      rulesOfObjects(connection),
                      rules.scope().people(),
                      planned.planned(),
                      folder,
                      watch.stop()));
      ports.takeOvers().forget(connection.id(), reading.orphaned().people());
      SyncRun applied = apply(planned, connection, target, check, watch);
      objects.settle();
      end.settleFindings(connection.id(), reading, objects.whole());
      return applied;
    }
  }

  /**
   * Applies a plan that was stored earlier. Whatever changed since is left out; what would be taken
   * away is asked about at the source once more.
   */
  SyncRun applyStored(SyncRun run, Connection connection, RunWatch watch) {
    RunRules rules = new RunRules(connection.settings());
    DirectoryTarget target = run.extent().directory() ? openTarget(connection) : null;
    if (run.mode().equals(SyncRun.UNDO)) {
      // What the source says is no reason for or against undoing.
      return apply(
          run, connection, () -> target, again(run, connection, target, WriteCheck.NONE), watch);
    }
    Path folder = folders.create();
    try (IdentitySource source = ports.sources().open(connection)) {
      watch.usage(source::usage);
      WriteCheck objects =
          new ObjectCheck(
              source,
              rulesOfObjects(connection),
              rules.scope().people(),
              run.planned(),
              folder,
              watch.stop());
      if (LookupCheck.suits(run.planned())) {
        WriteCheck asked = lookup(source, rules, Depth.MEMBERSHIPS, watch).and(objects);
        return apply(run, connection, () -> target, again(run, connection, target, asked), watch);
      }
      try (SourceSnapshot fresh = source.read(rules.scope(), folder, watch.stop(), watch)) {
        WriteCheck read = new SnapshotCheck(new MappedState(fresh, rules.mapping()));
        WriteCheck asked = read.and(lookup(source, rules, Depth.DELETIONS, watch)).and(objects);
        return apply(run, connection, () -> target, again(run, connection, target, asked), watch);
      }
    } finally {
      folders.delete(folder);
    }
  }

  private ObjectRules rulesOfObjects(Connection connection) {
    return new ObjectRules(connection.settings().assets(), () -> ports.memory(connection).types());
  }

  private static WriteCheck lookup(
      IdentitySource source, RunRules rules, Depth depth, RunWatch watch) {
    return new LookupCheck(
        source.lookup(watch.stop()), rules.mapping(), depth, rules.scope().people());
  }

  /**
   * Undoes what an earlier run did: plans the way back from the journal and the present state, and
   * then goes on like any run.
   *
   * @param undone the run that is undone
   * @param brokeOff whether that run may have done more than it noted
   */
  SyncRun undo(
      SyncRun started, Connection connection, SyncRun undone, boolean brokeOff, RunWatch watch) {
    DirectoryTarget target = openTarget(connection);
    UndoneRun changes = new UndoneRun(ports, undone, brokeOff);
    SyncRun planned =
        planner.planUndo(started, connection, state(started, connection, target), changes, watch);
    return planned.state().over()
        ? planned
        : apply(planned, connection, () -> target, WriteCheck.NONE, watch);
  }

  private TargetState state(SyncRun run, Connection connection, DirectoryTarget target) {
    return new TargetState(connection, ports, target, run.actors());
  }

  /**
   * @param target null when the plan has nothing of the directory
   */
  private WriteCheck again(
      SyncRun run, Connection connection, DirectoryTarget target, WriteCheck source) {
    return target == null
        ? source
        : new StoredPlanCheck(run.connectionId(), state(run, connection, target), ports, source);
  }

  private DirectoryTarget openTarget(Connection connection) {
    long id = connection.settings().directoryId();
    TargetDirectory directory =
        ports.targets().directories().find(id).orElseThrow(() -> unusable("directory-missing", id));
    if (directory.obstacle() != null) {
      throw new TargetException(TargetException.Kind.FATAL, directory.obstacle(), null);
    }
    return ports.targets().directories().open(id);
  }

  private static TargetException unusable(String code, long id) {
    return new TargetException(TargetException.Kind.FATAL, Message.of(code, id), null);
  }

  private SyncRun apply(
      SyncRun run,
      Connection connection,
      Supplier<DirectoryTarget> target,
      WriteCheck check,
      RunWatch watch) {
    watch.phase("apply");
    watch.expect(total(run.planned()));
    if (run.mode().equals(SyncRun.UNDO) && total(run.planned()) > 0) {
      pauseSchedule(run);
    }
    Path folder = folders.create();
    SpooledRowStore rows = new SpooledRowStore(folder);
    LeaverMails mails = new LeaverMails(connection, ports, clock);
    WriteCheck whole = check.and(places(connection)).and(takeOvers(run, connection, target));
    Supplier<ChangeWriter> directory =
        () -> directoryWriter(connection, target.get(), whole, rows, mails);
    Supplier<ChangeWriter> ofLeads = () -> leadWriter(run, connection, check);
    try (rows;
        ObjectWriters objects = new ObjectWriters(ports, run, connection, retry, check, watch);
        Cursor<PlannedChange> changes = ports.plans().changes(run.planId(), run.mark())) {
      PlanExecutor.Outcome outcome =
          new PlanExecutor(ports.journal(), directory, ofLeads, objects)
              .apply(run, changes, watch.stop(), watch);
      watch.tellNow();
      List<Message> notices = new ArrayList<>(objects.notices());
      notices.addAll(mails.notices());
      return end.finish(run, connection, outcome, notices);
    } finally {
      folders.delete(folder);
    }
  }

  private DirectoryWriter directoryWriter(
      Connection connection,
      DirectoryTarget target,
      WriteCheck check,
      SpooledRowStore rows,
      LeaverMails mails) {
    boolean keep = connection.settings().groups().keepUnownedMembers();
    return new DirectoryWriter(
        connection.id(), target, ports.links(), retry, check, keep, rows, mails, clock);
  }

  private TakeOverCheck takeOvers(
      SyncRun run, Connection connection, Supplier<DirectoryTarget> target) {
    return new TakeOverCheck(() -> state(run, connection, target.get()).namesakes());
  }

  /** Keeps whoever still leads something; what a shadowed account leads is the other one's. */
  private LeadCheck places(Connection connection) {
    long directory = connection.settings().directoryId();
    return new LeadCheck(
        ports.targets().leads(),
        new RunRules(connection.settings()).leads(),
        name -> ports.targets().accountFacts().isShadowed(directory, name));
  }

  /** What is given back by an undo comes from somebody who does not leave, place by place. */
  private LeadWriter leadWriter(SyncRun run, Connection connection, WriteCheck check) {
    LeadTarget leads = ports.targets().leads();
    boolean leaving = !run.mode().equals(SyncRun.UNDO);
    LeadPolicy policy = new RunRules(connection.settings()).leads();
    WriteCheck handOver =
        new LeaverCheck(check)
            .and(places(connection))
            .and(new WholeHandOver(leads, policy, ports.plans(), run.planId()));
    WriteCheck asked = leaving ? handOver : WriteCheck.NONE;
    return new LeadWriter(connection.id(), leads, ports.links(), retry, asked, leaving);
  }

  /** The next sync would do again what is undone here. */
  private void pauseSchedule(SyncRun run) {
    long undone = run.origin().undoOf();
    if (ports.schedules().pause(run.connectionId(), Message.of("undone", undone))) {
      List<Message> notices = new ArrayList<>(run.notices());
      notices.add(Message.of("undo-pauses-schedule"));
      ports.journal().update(run.with().notices(notices).build());
    }
  }

  private static long total(RunCounts planned) {
    return planned.values().values().stream()
        .flatMap(byTally -> byTally.entrySet().stream())
        .filter(entry -> entry.getKey() != Tally.UNCHANGED && entry.getKey() != Tally.SKIPPED)
        .mapToLong(java.util.Map.Entry::getValue)
        .sum();
  }

  /** Adds what a stored plan leaves alone to what is standing, so that the next run is quiet. */
  void settleFindings(SyncRun run) {
    end.settleFindings(run);
  }
}
