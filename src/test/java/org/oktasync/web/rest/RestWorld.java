package org.oktasync.web.rest;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.config.Connection;
import org.oktasync.config.Secret;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsJson;
import org.oktasync.fakes.InMemoryFindings;
import org.oktasync.fakes.InMemoryJournal;
import org.oktasync.fakes.InMemoryKnownProfiles;
import org.oktasync.fakes.InMemoryKnownTypes;
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
import org.oktasync.fakes.RecordedAudit;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.fakes.RecordedNotices;
import org.oktasync.model.Message;
import org.oktasync.run.RunControl;
import org.oktasync.run.RunLauncher;
import org.oktasync.run.RunUndo;
import org.oktasync.run.SyncRunner;
import org.oktasync.run.adoption.Adoption;
import org.oktasync.run.person.LoginSync;
import org.oktasync.run.person.PersonControl;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.SpoolFolders;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.run.report.RunAnnouncer;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.settings.DirectoryControl;
import org.oktasync.run.settings.Disconnection;
import org.oktasync.schedule.DueRuns;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceException;
import org.oktasync.web.access.AdminAccess;

/**
 * The REST interface over the whole product with everything outside it in memory. Runs happen on
 * the calling thread, so that they are over when a call answers.
 */
final class RestWorld {
  static final String TOKEN = "00s3cr3tT0k3n";

  final InMemorySource source = new InMemorySource();
  final FakeTargets targets = new FakeTargets();
  final InMemoryPlanStore plans = new InMemoryPlanStore();
  final InMemoryJournal journal = new InMemoryJournal(plans);
  final InMemoryLinks links = new InMemoryLinks();
  final InMemoryFindings findings = new InMemoryFindings();
  final InMemorySettings settings = new InMemorySettings();
  final Set<Long> locked = new HashSet<>();
  final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  final RecordedAudit audit = new RecordedAudit();
  final RecordedNotices notices = new RecordedNotices();
  final RecordedLog log = new RecordedLog();
  final List<Message> pauses = new ArrayList<>();
  final RunPorts ports =
      new RunPorts(
          this::open,
          targets,
          links,
          plans,
          journal,
          findings,
          new InMemoryStates(),
          audit,
          (connection, reason) -> pauses.add(reason),
          new InMemorySites(),
          new InMemoryObjectLinks(),
          new InMemoryKnownTypes(),
          new InMemoryKnownProfiles(),
          settings,
          notices,
          new InMemoryTakeOvers(),
          log.log());
  final ScheduleWorld scheduled = new ScheduleWorld(settings, journal, notices, audit, clock);
  final RestEntry entry =
      new RestEntry(new AdminAccess(administrator("ada")), codesOnly(), log.log());
  final ConnectionControl connections =
      new ConnectionControl(
          ports, settings, new OpenSeals(), this::tryLock, scheduled.schedules, clock);
  final RunAnnouncer announcer =
      new RunAnnouncer(
          journal, new InMemoryRunEnds(journal), settings, notices, audit, clock, log.log());
  final RunControl runs;
  final RunUndo undo;
  final Adoption adoption;
  int sourcesOpened;
  boolean keyLost;
  boolean keyDestroyed;

  RestWorld(Path folder) {
    RecordedResponses.install();
    SpoolFolders folders = new SpoolFolders(folder);
    RetryPolicy retry = new RetryPolicy((time, stop) -> stop.check());
    RunLauncher launcher =
        new RunLauncher(
            ports,
            this::tryLock,
            Runnable::run,
            mock(ScheduledExecutorService.class),
            clock,
            announcer::announce);
    SyncRunner runner = new SyncRunner(ports, folders, retry, clock);
    runs = new RunControl(ports, settings, launcher, runner, clock, "node1");
    undo = new RunUndo(ports, runs, launcher, runner, clock);
    adoption = new Adoption(ports, runs, launcher, folders, retry, clock);
  }

  /** A connection to the directory that can be a target. */
  long connect() {
    String settingsOf =
        "{\"name\":\"Main\",\"baseUrl\":\"https://example.okta.com\",\"directoryId\":7}";
    Connection added =
        Connection.unsaved(new SettingsJson().read(settingsOf))
            .withSecret("sealed " + TOKEN, clock.instant(), "eve");
    return settings.add(added).id();
  }

  ConnectionResource connectionResource() {
    return new ConnectionResource(
        entry, connections, scheduled.schedules, notices, ports, new SettingsJson());
  }

  ScheduleResource scheduleResource() {
    return new ScheduleResource(
        entry, connections, scheduled.schedules, notices, ports, new SettingsJson());
  }

  /** What one minute of the job of every node does; runs are over when it answers. */
  void minute() {
    announcer.announceMissed();
    dueRuns(Runnable::run).look();
  }

  /** The look for due runs, as another node has it. */
  DueRuns dueRuns(Executor starts) {
    return scheduled.dueRuns(settings, journal, runs, starts);
  }

  RunResource runResource() {
    return new RunResource(entry, runs, ports, clock);
  }

  DisconnectResource disconnectResource() {
    return new DisconnectResource(
        entry, new Disconnection(ports, settings, new OpenSeals(), this::tryLock));
  }

  RunUndoResource undoResource() {
    return new RunUndoResource(entry, undo, ports);
  }

  DirectoryResource directories() {
    return new DirectoryResource(entry, ports, new DirectoryControl(ports, settings));
  }

  LoginSync logins() {
    return new LoginSync(ports, settings, people(), runs, Runnable::run, clock);
  }

  PersonControl people() {
    return new PersonControl(ports, new SourcePreview(ports), clock);
  }

  ConnectionRunsResource starts() {
    return new ConnectionRunsResource(entry, connections, runs, people());
  }

  /** Starts a run and answers its id. */
  long run(long connection, String body) {
    return Answered.with(202, starts().start("" + connection, body)).json().get("id").asLong();
  }

  private IdentitySource open(Connection connection) {
    sourcesOpened++;
    if (connection.sealedSecret().isEmpty()) {
      throw new SourceException(SourceException.Kind.DENIED, Message.of("token-missing"), null);
    }
    return source;
  }

  Optional<RunLock.Held> tryLock(long id) {
    return locked.add(id) ? Optional.of(() -> locked.remove(id)) : Optional.empty();
  }

  /** A Jira in which this system administrator is signed in. */
  static UserManager administrator(String name) {
    UserManager users = mock(UserManager.class);
    UserProfile profile = mock(UserProfile.class);
    when(profile.getUsername()).thenReturn(name);
    when(users.getRemoteUserKey()).thenReturn(new UserKey("key-" + name));
    when(users.isSystemAdmin(any(UserKey.class))).thenReturn(true);
    when(users.getUserProfile(any(UserKey.class))).thenReturn(profile);
    return users;
  }

  /** Texts as a Jira gives them that has none: the key itself. */
  static I18nResolver codesOnly() {
    return mock(I18nResolver.class, call -> call.getArgument(0));
  }

  /** Seals that anybody can read, so that a test sees what was sealed. */
  private final class OpenSeals implements SecretStore {
    @Override
    public String seal(Secret secret) {
      return "sealed " + secret.reveal();
    }

    @Override
    public void destroyKey() {
      keyDestroyed = true;
    }

    @Override
    public Secret open(String sealed) {
      if (keyLost) {
        throw new SecretStoreException("the key is lost", null);
      }
      return new Secret(sealed.substring("sealed ".length()));
    }
  }
}
