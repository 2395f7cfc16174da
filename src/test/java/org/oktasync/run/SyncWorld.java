package org.oktasync.run;

import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SealedSecret;
import org.oktasync.config.SettingsJson;
import org.oktasync.fakes.InMemoryDirectory;
import org.oktasync.fakes.InMemoryFindings;
import org.oktasync.fakes.InMemoryJournal;
import org.oktasync.fakes.InMemoryKnownProfiles;
import org.oktasync.fakes.InMemoryKnownTypes;
import org.oktasync.fakes.InMemoryLeads;
import org.oktasync.fakes.InMemoryLinks;
import org.oktasync.fakes.InMemoryObjectLinks;
import org.oktasync.fakes.InMemoryPlanStore;
import org.oktasync.fakes.InMemoryRunEnds;
import org.oktasync.fakes.InMemorySettings;
import org.oktasync.fakes.InMemorySites;
import org.oktasync.fakes.InMemorySource;
import org.oktasync.fakes.InMemoryStates;
import org.oktasync.fakes.InMemoryTakeOvers;
import org.oktasync.fakes.MovableClock;
import org.oktasync.fakes.Outage;
import org.oktasync.fakes.RecordedAudit;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.fakes.RecordedNotices;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.record.Findings;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.ObjectLinks;
import org.oktasync.record.PlanStore;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncStates;
import org.oktasync.run.adoption.Adoption;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.SpoolFolders;
import org.oktasync.run.report.RunAnnouncer;
import org.oktasync.target.ApplicationSeats.Application;
import org.oktasync.target.MembershipAggregation;
import org.oktasync.target.TargetDirectory;

/**
 * The whole engine over a source, a directory and stores in memory. Runs happen on the calling
 * thread, so that a test sees their end.
 */
public final class SyncWorld {
  static final long DIRECTORY = 7;
  static final long ELSEWHERE = 8;

  /** Runs delete their own folders in it. */
  private static final java.nio.file.Path SPOOLS = temporaryFolder();

  /** Where runs keep their files, from the next start on. */
  java.nio.file.Path spools = SPOOLS;

  /** Runs are over before a timer could look. */
  private static final ScheduledExecutorService NO_TIMER = mock(ScheduledExecutorService.class);

  public final InMemorySource source = new InMemorySource();

  /** What the stores below are kept in. */
  final Outage database = new Outage();

  public final InMemoryDirectory directory = new InMemoryDirectory(DIRECTORY);

  /** Another directory of this Jira, and how it stands there. */
  final InMemoryDirectory elsewhere = new InMemoryDirectory(ELSEWHERE);

  TargetDirectory standing = new TargetDirectory(ELSEWHERE, "LDAP", "CONNECTOR", true, 1, null);

  final InMemoryPlanStore plans = new InMemoryPlanStore();
  public final InMemoryJournal journal = new InMemoryJournal(plans);
  public final InMemoryLinks links = new InMemoryLinks();
  public final InMemoryFindings findings = new InMemoryFindings();
  final InMemoryStates states = new InMemoryStates();
  public final RecordedAudit audit = new RecordedAudit();
  public final RecordedNotices notices = new RecordedNotices();
  public RunAnnouncer announcer;
  public final InMemorySettings settings = new InMemorySettings();
  final RecordedLog log = new RecordedLog();
  final List<Message> pauses = new ArrayList<>();
  public final Set<String> administrators = new HashSet<>();
  public final Set<String> administratorGroups = new HashSet<>();
  public final Set<String> shadowed = new HashSet<>();

  /** Who leads projects and components. */
  public final InMemoryLeads leads = new InMemoryLeads(directory::account);

  public final Set<String> customers = new HashSet<>();

  /** Why Jira would not have accounts deleted, by account name. */
  final Map<String, Message> obstacles = new HashMap<>();

  /** The applications of Jira, which their groups of this world's directory open. */
  final List<Application> applications = new ArrayList<>();

  /** What Jira makes of memberships of accounts of one name. */
  MembershipAggregation aggregation = MembershipAggregation.OFF;

  public RunPorts ports;
  public RunControl control;
  RunUndo undo;
  RunResumption resumption;
  public Adoption adoption;
  RunLauncher launcher;

  /** The Assets of this Jira; {@link #keepObjects} switches it on. */
  final InMemorySites assets = new InMemorySites();

  final InMemoryObjectLinks objects = new InMemoryObjectLinks();
  final InMemoryKnownTypes types = new InMemoryKnownTypes();
  final InMemoryKnownProfiles profiles = new InMemoryKnownProfiles();
  final InMemoryTakeOvers takeOvers = new InMemoryTakeOvers();

  /** What happens right before a lock is asked for. */
  Runnable beforeLock = () -> {};

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Set<Long> locked = new HashSet<>();
  private long connectionId;

  /**
   * @param json settings that differ from the defaults
   */
  public SyncWorld(String json) {
    ConnectionSettings wanted =
        new SettingsJson().read(json).at("https://example.okta.com", DIRECTORY);
    connectionId =
        settings.add(Connection.unsaved(wanted).withSecret("sealed", Instant.EPOCH, "x")).id();
    directory.world().onRename(leads::renamed);
    start();
  }

  /** The product starts, for the first time or anew, on what is stored. */
  void start() {
    ports =
        new RunPorts(
            connection -> source,
            new WorldTargets(this),
            database.before(LinkRegistry.class, links),
            database.before(PlanStore.class, plans),
            database.before(RunJournal.class, journal),
            database.before(Findings.class, findings),
            database.before(SyncStates.class, states),
            audit,
            (id, reason) -> pauses.add(reason),
            new WorldSites(this),
            database.before(ObjectLinks.class, objects),
            types,
            profiles,
            settings,
            notices,
            takeOvers,
            log.log());
    SpoolFolders folders = new SpoolFolders(spools);
    RetryPolicy retry = new RetryPolicy((time, stop) -> stop.check());
    SyncRunner runner = new SyncRunner(ports, folders, retry, clock);
    announcer =
        new RunAnnouncer(
            journal, new InMemoryRunEnds(journal), settings, notices, audit, clock, log.log());
    launcher =
        new RunLauncher(ports, this::tryLock, Runnable::run, NO_TIMER, clock, announcer::announce);
    control = new RunControl(ports, settings, launcher, runner, clock, "node1");
    undo = new RunUndo(ports, control, launcher, runner, clock);
    resumption = new RunResumption(ports, settings, control, undo, launcher, runner);
    adoption = new Adoption(ports, control, launcher, folders, retry, clock);
  }

  /** Limits so wide that no plan is held. */
  public static SyncWorld unguarded() {
    return new SyncWorld(
        "{\"name\":\"w\",\"guardrails\":{\"maxDeactivations\":{\"count\":1000000,\"percent\":100},"
            + "\"maxRemovals\":{\"percent\":100},\"maxRemovalsPerGroup\":{\"percent\":100},"
            + "\"maxRenames\":{\"count\":1000000,\"percent\":100},"
            + "\"maxDeletions\":{\"count\":1000000,\"percent\":100},"
            + "\"maxGroupDeletions\":1000000,\"minUsers\":0,\"minUsersPercent\":0}}");
  }

  /** The settings as they come. */
  static SyncWorld guarded() {
    return new SyncWorld("{\"name\":\"w\"}");
  }

  /** Objects are kept from now on, in this schema, by a mapping text. */
  void keepObjects(String schemaId, String mapping) {
    Connection now = connection();
    ConnectionSettings changed =
        now.settings()
            .withAssets(
                new SettingsJson()
                    .read("{\"assets\":{\"enabled\":true}}", now.settings())
                    .assets()
                    .into(schemaId)
                    .mapped(mapping));
    settings.update(
        now.with(changed).withAssetsToken(new SealedSecret("sealed", Instant.EPOCH, "x")));
  }

  /** The other directory has an active account. */
  void holdElsewhere(String name, String email) {
    AccountName held = new AccountName(name);
    elsewhere.world().hold(new Account(held, "Old " + name, email, true));
    directory.world().holdElsewhere(held);
  }

  /** The other directory has a group with these people of its own in it. */
  void holdGroupElsewhere(String group, String... people) {
    elsewhere
        .world()
        .holdGroup(
            new GroupName(group),
            Stream.of(people).map(AccountName::new).toArray(AccountName[]::new));
    directory.world().holdElsewhere(new GroupName(group));
  }

  SyncRun run(String mode, boolean dryRun, SyncRun.Extent extent) {
    return stored(
        control.start(new SyncRequest(connectionId, "manual", "operator", mode, dryRun, extent)));
  }

  public long connectionId() {
    return connectionId;
  }

  public Connection connection() {
    return settings.connection(connectionId).orElseThrow();
  }

  /** The settings change; plans made before no longer hold. */
  public void change(String json) {
    Connection now = connection();
    ConnectionSettings changed = new SettingsJson().read(json, now.settings());
    settings.update(now.with(changed));
  }

  public SyncRun sync() {
    return run("manual", SyncRun.FULL, false);
  }

  public SyncRun dryRun() {
    return run("manual", SyncRun.FULL, true);
  }

  /** A run that looks at what changed. */
  public SyncRun incremental() {
    return run("manual", SyncRun.INCREMENTAL, false);
  }

  SyncRun run(String trigger, String mode, boolean dryRun) {
    return stored(control.start(new SyncRequest(connectionId, trigger, "operator", mode, dryRun)));
  }

  SyncRun undo(SyncRun run) {
    return stored(undo.undo(run.id(), false, "manual", "operator").run());
  }

  /** The run as it is now. */
  public SyncRun stored(SyncRun run) {
    return journal.find(run.id()).orElseThrow();
  }

  /** Time passes. */
  public void passHours(long hours) {
    pass(Duration.ofHours(hours));
  }

  /** Time passes. */
  public void pass(Duration time) {
    clock.pass(time);
  }

  public Instant now() {
    return clock.instant();
  }

  /** What the minute's job of some node does. */
  void resumeDue() {
    resumption.resumeDue(clock.instant());
  }

  /** The latest run. */
  public SyncRun latest() {
    return journal.runs(connectionId, 0, 1).values().get(0);
  }

  /** This node ends where this is thrown; nothing that it still does reaches the stores. */
  Supplier<RuntimeException> death() {
    return () -> {
      journal.die();
      links.die();
      objects.die();
      states.die();
      return new IllegalStateException("the node dies here");
    };
  }

  /** Another node is there, the dead one's lock is free, and it is a minute later. */
  void reviveElsewhere() {
    journal.revive();
    links.revive();
    objects.revive();
    assets.world().faults().clear();
    states.revive();
    directory.faults().clear();
    locked.clear();
    pass(Duration.ofSeconds(61));
  }

  /** The lock of the connection is given back, as when its holder dies. */
  public void releaseLocks() {
    locked.clear();
  }

  /** Somebody else holds the lock of the connection. */
  public void holdLock() {
    locked.add(connectionId);
  }

  private Optional<RunLock.Held> tryLock(long id) {
    beforeLock.run();
    AtomicBoolean mine = new AtomicBoolean(locked.add(id));
    RunLock.Held held = () -> giveBack(id, mine);
    return mine.get() ? Optional.of(held) : Optional.empty();
  }

  private void giveBack(long id, AtomicBoolean mine) {
    if (mine.compareAndSet(true, false)) {
      locked.remove(id);
    }
  }

  public List<Link> linksOf(org.oktasync.model.EntityKind kind) {
    java.util.ArrayList<Link> all = new java.util.ArrayList<>();
    try (var cursor = links.links(connectionId, kind)) {
      cursor.forEachRemaining(all::add);
    }
    return all;
  }

  private static java.nio.file.Path temporaryFolder() {
    try {
      java.nio.file.Path folder = Files.createTempDirectory("spool");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
