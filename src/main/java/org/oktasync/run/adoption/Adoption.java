package org.oktasync.run.adoption;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.oktasync.apply.DirectoryWriter;
import org.oktasync.apply.LeaverNotices;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.apply.WriteCheck;
import org.oktasync.config.Connection;
import org.oktasync.config.UserSettings;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUsage;
import org.oktasync.model.TakeOver;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;
import org.oktasync.plan.SummaryBuilder;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.rows.RowStore;
import org.oktasync.run.RunControl;
import org.oktasync.run.RunLauncher;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.run.ports.SpoolFolders;
import org.oktasync.run.read.MappedState;
import org.oktasync.run.read.OrphanedTakeOvers;
import org.oktasync.run.read.OtherDirectories;
import org.oktasync.run.read.TargetState;
import org.oktasync.run.report.RunAudit;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.MembershipAggregation;

/**
 * Lets a company that already has these people in Jira take them over: shows who would be adopted,
 * and links those whom an administrator confirms. Adoption writes links and nothing else; who takes
 * over an account of another directory is noted, and gets an account by the next run of everybody.
 */
public final class Adoption {
  /** So many of those who were left out are named. */
  private static final int NAMED = 5;

  private static final String LEFT_OUT = "adoption-left-out";

  private final RunPorts ports;
  private final RunControl control;
  private final RunLauncher launcher;
  private final SpoolFolders folders;
  private final RetryPolicy retry;
  private final Clock clock;

  public Adoption(
      RunPorts ports,
      RunControl control,
      RunLauncher launcher,
      SpoolFolders folders,
      RetryPolicy retry,
      Clock clock) {
    this.ports = ports;
    this.control = control;
    this.launcher = launcher;
    this.folders = folders;
    this.retry = retry;
    this.clock = clock;
  }

  /**
   * Reads people and groups, not memberships, and answers who and what could be adopted.
   *
   * @param by user name of who asks
   * @throws org.oktasync.source.SourceException when the source cannot be read
   * @throws RunRefusedException when the connection is missing or switched off
   */
  public List<AdoptionCandidate> preview(long connectionId, String by) {
    return read(control.usable(connectionId), by, new StopSignal(), Progress.NONE, usage -> {});
  }

  /**
   * Links the confirmed candidates, as a run with a journal. Who is a candidate is worked out anew,
   * so that nothing is linked that no longer matches; a notice of the run tells who was chosen
   * singly and is left out by that.
   *
   * @throws RunRefusedException when adoption is switched off or a run is under way
   */
  public SyncRun confirm(long connectionId, AdoptionChoice choice, String by) {
    Connection connection = control.usable(connectionId);
    if (connection.settings().users().adopt().equals(UserSettings.ADOPT_NEVER)) {
      throw new RunRefusedException(Message.of("adoption-off", connectionId), 0);
    }
    SyncRun run = control.newRun(connection, "manual", by, SyncRun.ADOPTION, false);
    SyncRun started =
        launcher.launch(
            connection,
            () -> ports.journal().add(run),
            (stored, current, watch) -> adopt(stored, current, choice, watch));
    ports.audit().write(RunAudit.decision("run-started", by, started, connection));
    return started;
  }

  /**
   * The groups that people could bring along from other directories.
   *
   * @param candidates as {@link #preview} answered them
   * @throws RunRefusedException when the connection is missing or switched off
   */
  public List<NamesakeGroup> groups(long connectionId, List<AdoptionCandidate> candidates) {
    Connection connection = control.usable(connectionId);
    return new NamesakeGroups(
            others(connection), ports.targets().protectedAccounts(), connection.settings())
        .of(candidates);
  }

  /** What becomes of the memberships of whoever takes over an account of another directory. */
  public MembershipAggregation aggregation() {
    return ports.targets().directories().aggregation();
  }

  private OtherDirectories others(Connection connection) {
    return new OtherDirectories(ports.targets().directories(), connection.settings().directoryId());
  }

  /**
   * Takes back the word that people take over an account of another directory. Whoever has got
   * their account already keeps it.
   *
   * @return how many words there were
   * @throws RunRefusedException when the connection is missing or switched off
   */
  public int withdraw(long connectionId, Set<String> sourceIds) {
    control.usable(connectionId);
    return ports.takeOvers().forget(connectionId, sourceIds.stream().map(ExternalId::new).toList());
  }

  private List<AdoptionCandidate> read(
      Connection connection,
      String by,
      StopSignal stop,
      Progress progress,
      Consumer<Supplier<SourceUsage>> costs) {
    RunRules rules = new RunRules(connection.settings());
    SyncScope scope = rules.scope().withoutMemberships();
    Path folder = folders.create();
    try (IdentitySource source = ports.sources().open(connection)) {
      costs.accept(source::usage);
      try (SourceSnapshot snapshot = source.read(scope, folder, stop, progress)) {
        long directory = connection.settings().directoryId();
        DirectoryTarget target = ports.targets().directories().open(directory);
        TargetState current = new TargetState(connection, ports, target, actors(by));
        List<TakeOver> waiting = ports.takeOvers().waiting(connection.id());
        NamesakePreview namesakes =
            new NamesakePreview(
                current,
                others(connection),
                waiting,
                OrphanedTakeOvers.among(waiting, snapshot, source.lookup(stop)));
        return new AdoptionPreview(current, ports.targets().accountFacts(), directory, namesakes)
            .candidates(new MappedState(snapshot, rules.mapping()), rules.correlation());
      }
    } finally {
      folders.delete(folder);
    }
  }

  private static Set<String> actors(String by) {
    return by.isEmpty() ? Set.of() : Set.of(by);
  }

  private SyncRun adopt(SyncRun run, Connection connection, AdoptionChoice choice, RunWatch watch) {
    List<AdoptionCandidate> chosen =
        read(connection, run.startedBy(), watch.stop(), watch, watch::usage).stream()
            .filter(choice::includes)
            .toList();
    SyncRun planned = store(run, chosen);
    // Whoever is adopted has not changed in the source; only a full run will look at them.
    ports.states().forget(connection.id());
    watch.phase("apply");
    watch.expect(chosen.size());
    DirectoryTarget target =
        ports.targets().directories().open(connection.settings().directoryId());
    DirectoryWriter writer =
        new DirectoryWriter(
            connection.id(),
            target,
            ports.links(),
            retry,
            WriteCheck.NONE,
            connection.settings().groups().keepUnownedMembers(),
            RowStore.IN_MEMORY,
            LeaverNotices.NONE,
            clock);
    try (Cursor<PlannedChange> changes = ports.plans().changes(run.id(), run.mark())) {
      RunCounts counts =
          new PlanExecutor(ports.journal(), () -> writer, () -> null, () -> null)
              .apply(planned, changes, watch.stop(), watch)
              .counts();
      nameProtectedGroups(connection, chosen);
      List<TakeOver> words = words(planned, target, chosen);
      ports.takeOvers().store(words);
      watch.tellNow();
      return finish(planned, counts, notices(words, leftOut(connection, choice, chosen)));
    }
  }

  private SyncRun store(SyncRun run, List<AdoptionCandidate> chosen) {
    SummaryBuilder totals = new SummaryBuilder();
    try (PlanWriter writer = ports.plans().begin(run.id())) {
      for (AdoptionCandidate candidate : chosen) {
        Change change = change(candidate);
        totals.change(Phase.PREPARE, change);
        writer.change(Phase.PREPARE, change);
      }
      SyncRun planned =
          run.with()
              .planned(RunCounts.planned(totals.summary()))
              .fingerprint(writer.finish().fingerprint())
              .build();
      ports.journal().update(planned);
      return planned;
    }
  }

  /** What administrators said about accounts of other directories, for later runs. */
  private List<TakeOver> words(
      SyncRun run, DirectoryTarget target, List<AdoptionCandidate> chosen) {
    return chosen.stream()
        .filter(candidate -> candidate.verdict().takesOver())
        .map(
            candidate -> {
              AccountName name = new AccountName(candidate.name());
              return new TakeOver(
                  run.connectionId(),
                  candidate.sourceId(),
                  name,
                  candidate.elsewhere().directoryId(),
                  target.keyOf(name),
                  run.startedBy(),
                  clock.instant());
            })
        .toList();
  }

  private static Change change(AdoptionCandidate candidate) {
    if (candidate.verdict().takesOver()) {
      return new Change.LeaveAlone(
          EntityKind.USER,
          candidate.sourceId(),
          candidate.name(),
          "",
          Reasons.TAKE_OVER_NOTED,
          candidate.elsewhere().directory());
    }
    return candidate.kind() == EntityKind.USER
        ? new AccountChange.AdoptAccount(candidate.sourceId(), new AccountName(candidate.name()))
        : new GroupChange.AdoptGroup(candidate.sourceId(), new GroupName(candidate.name()));
  }

  /** Choosing a protected group singly is what names it in the connection. */
  private void nameProtectedGroups(Connection connection, List<AdoptionCandidate> chosen) {
    List<Link> named =
        chosen.stream()
            .filter(candidate -> candidate.kind() == EntityKind.GROUP)
            .filter(candidate -> candidate.verdict() != Verdict.EXACT)
            .flatMap(
                candidate ->
                    ports
                        .links()
                        .find(connection.id(), EntityKind.GROUP, candidate.sourceId())
                        .stream())
            .map(link -> link.namedByAdministrator(true))
            .toList();
    ports.links().store(named);
  }

  /** Those chosen singly who were no candidates and are not linked either, by their ids. */
  private List<String> leftOut(
      Connection connection, AdoptionChoice choice, List<AdoptionCandidate> chosen) {
    Set<String> left = new TreeSet<>(choice.sourceIds());
    chosen.forEach(candidate -> left.remove(candidate.sourceId().value()));
    left.removeIf(id -> !id.isBlank() && isLinked(connection, new ExternalId(id)));
    return List.copyOf(left);
  }

  private boolean isLinked(Connection connection, ExternalId id) {
    return Stream.of(EntityKind.USER, EntityKind.GROUP)
        .anyMatch(kind -> ports.links().find(connection.id(), kind, id).isPresent());
  }

  private static List<Message> notices(List<TakeOver> words, List<String> leftOut) {
    List<Message> notices = new ArrayList<>();
    if (!words.isEmpty()) {
      notices.add(Message.of("take-overs-noted", words.size()));
    }
    if (!leftOut.isEmpty()) {
      String some = String.join(", ", leftOut.stream().limit(NAMED).toList());
      notices.add(Message.of(LEFT_OUT, leftOut.size(), some));
    }
    return notices;
  }

  private SyncRun finish(SyncRun run, RunCounts counts, List<Message> notices) {
    boolean leftOut = notices.stream().anyMatch(notice -> notice.code().equals(LEFT_OUT));
    boolean failed =
        counts.get(EntityKind.USER, Tally.FAILED) + counts.get(EntityKind.GROUP, Tally.FAILED) > 0;
    SyncRun finished =
        ports
            .journal()
            .find(run.id())
            .orElse(run)
            .with()
            .state(failed || leftOut ? RunState.PARTIAL : RunState.SUCCEEDED)
            .notices(notices)
            .counts(counts)
            .finishedAt(clock.instant())
            .build();
    ports.journal().update(finished);
    return finished;
  }
}
