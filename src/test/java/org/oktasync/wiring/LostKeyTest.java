package org.oktasync.wiring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.config.util.JiraHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.config.Connection;
import org.oktasync.config.Secret;
import org.oktasync.config.SettingsJson;
import org.oktasync.fakes.InMemoryDirectory;
import org.oktasync.fakes.InMemoryFindings;
import org.oktasync.fakes.InMemoryJournal;
import org.oktasync.fakes.InMemoryKnownProfiles;
import org.oktasync.fakes.InMemoryKnownTypes;
import org.oktasync.fakes.InMemoryLinks;
import org.oktasync.fakes.InMemoryObjectLinks;
import org.oktasync.fakes.InMemoryPlanStore;
import org.oktasync.fakes.InMemorySettings;
import org.oktasync.fakes.InMemorySites;
import org.oktasync.fakes.InMemoryStates;
import org.oktasync.fakes.InMemoryTakeOvers;
import org.oktasync.fakes.RecordedAudit;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.jira.KeyFileSecretStore;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.RunControl;
import org.oktasync.run.RunLauncher;
import org.oktasync.run.SyncRequest;
import org.oktasync.run.SyncRunner;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.ports.SchedulePauses;
import org.oktasync.run.ports.SpoolFolders;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.settings.ConnectionDraft;
import org.oktasync.run.settings.ScheduleGate;
import org.oktasync.target.Directories;
import org.oktasync.target.ProtectedAccounts;
import org.oktasync.target.TargetDirectory;

/**
 * The key file is lost, or the database was restored beside another one: the settings are kept, the
 * secret is asked for again, and nothing is tried over and over.
 */
public class LostKeyTest {
  /** A port where nothing listens: a token that can be read gets so far and no further. */
  private static final String NOBODY = "http://localhost:1";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final InMemorySettings settings = new InMemorySettings();
  private final InMemoryPlanStore plans = new InMemoryPlanStore();
  private final InMemoryJournal journal = new InMemoryJournal(plans);
  private final RecordedLog log = new RecordedLog();
  private KeyFileSecretStore secrets;
  private ConnectionControl connections;
  private RunControl runs;
  private Path key;
  private long connection;

  @Before
  public void setUp() {
    JiraHome home = mock(JiraHome.class);
    when(home.getHome()).thenReturn(folder.getRoot());
    key = folder.getRoot().toPath().resolve("okta-sync/secret.key");
    secrets = new KeyFileSecretStore(home, new SecureRandom());
    Clock clock = Clock.systemUTC();
    OktaSources sources = new OktaSources(secrets, clock, (time, stop) -> stop.check(), log.log());
    RunPorts ports =
        new RunPorts(
            sources,
            targets(),
            new InMemoryLinks(),
            plans,
            journal,
            new InMemoryFindings(),
            new InMemoryStates(),
            new RecordedAudit(),
            SchedulePauses.NONE,
            new InMemorySites(),
            new InMemoryObjectLinks(),
            new InMemoryKnownTypes(),
            new InMemoryKnownProfiles(),
            settings,
            null,
            new InMemoryTakeOvers(),
            log.log());
    RunLock free = id -> Optional.of(() -> {});
    RunLauncher launcher =
        new RunLauncher(
            ports, free, Runnable::run, mock(ScheduledExecutorService.class), clock, run -> {});
    SyncRunner runner =
        new SyncRunner(
            ports,
            new SpoolFolders(folder.getRoot().toPath().resolve("spool")),
            new RetryPolicy((time, stop) -> stop.check()),
            clock);
    runs = new RunControl(ports, settings, launcher, runner, clock, "node1");
    connections = new ConnectionControl(ports, settings, secrets, free, gate(), clock);
    connection = connections.add(draft("00first"), "admin").connection().id();
  }

  /** Lets all settings pass. */
  private static ScheduleGate gate() {
    ScheduleGate gate = mock(ScheduleGate.class);
    when(gate.admit(any(), any()))
        .thenAnswer(call -> new ScheduleGate.Admission(call.getArgument(1), false));
    return gate;
  }

  private static TargetFactory targets() {
    TargetFactory targets = mock(TargetFactory.class);
    Directories directories = mock(Directories.class);
    when(targets.directories()).thenReturn(directories);
    when(targets.protectedAccounts()).thenReturn(mock(ProtectedAccounts.class));
    when(directories.find(7))
        .thenReturn(Optional.of(new TargetDirectory(7, "Okta", "INTERNAL", true, 0, null)));
    when(directories.open(7)).thenReturn(new InMemoryDirectory(7));
    return targets;
  }

  private static ConnectionDraft draft(String token) {
    String json = "{\"name\":\"Main\",\"baseUrl\":\"" + NOBODY + "\",\"directoryId\":7}";
    return new ConnectionDraft(new SettingsJson().read(json), new Secret(token), null, null);
  }

  private Connection present() {
    return settings.connection(connection).orElseThrow();
  }

  private SyncRun run(String trigger) {
    SyncRequest request = new SyncRequest(connection, trigger, "", SyncRun.FULL, false);
    return journal.find(runs.start(request).id()).orElseThrow();
  }

  private Optional<String> health() {
    return new SecretsCheck(settings, secrets).problem().map(Message::code);
  }

  @Test
  public void aTokenThatCanBeReadGetsAsFarAsTheNetwork() {
    assertTrue(connections.secretReadable(present().token()));
    assertEquals(Optional.empty(), health());
    assertEquals("okta-unreachable", run("manual").message().code());
  }

  @Test
  public void withoutTheKeyRunsFailByNameAndTheSelfCheckNamesTheConnection() throws IOException {
    Files.delete(key);
    assertFalse(connections.secretReadable(present().token()));
    SyncRun failed = run("manual");
    assertEquals(RunState.FAILED, failed.state());
    assertEquals("token-unreadable", failed.message().code());
    assertEquals(Optional.of("token-unreadable-of"), health());
    assertEquals("Main", new SecretsCheck(settings, secrets).problem().get().arguments().get(0));
    assertFalse("looking makes no new key", Files.exists(key));
    assertEquals(NOBODY, present().settings().baseUrl());
  }

  @Test
  public void aDatabaseBesideAnotherKeyIsTheSame() throws IOException {
    Files.write(key, new byte[32]);
    assertEquals("token-unreadable", run("manual").message().code());
    assertEquals(Optional.of("token-unreadable-of"), health());
  }

  @Test
  public void aScheduleTriesOnceAndRestsThen() throws IOException {
    Files.delete(key);
    assertEquals("token-unreadable", run("schedule").message().code());
    RunRefusedException refused = assertThrows(RunRefusedException.class, () -> run("schedule"));
    assertEquals("token-unreadable", refused.problem().code());
    assertEquals(1, journal.runs(connection, 0, 10).total());
    assertEquals("a person may always try", RunState.FAILED, run("manual").state());
  }

  @Test
  public void aNewTokenHeals() throws IOException {
    Files.delete(key);
    run("schedule");
    connections.update(connection, present().version(), draft("00second"), "admin");
    assertTrue(connections.secretReadable(present().token()));
    assertEquals(Optional.empty(), health());
    assertEquals("okta-unreachable", run("schedule").message().code());
  }

  @Test
  public void theOldKeyHealsToo() throws IOException {
    byte[] kept = Files.readAllBytes(key);
    Files.delete(key);
    run("schedule");
    Files.write(key, kept);
    assertEquals("okta-unreachable", run("schedule").message().code());
    assertEquals(
        "what failed otherwise is tried again",
        "okta-unreachable",
        run("schedule").message().code());
  }
}
