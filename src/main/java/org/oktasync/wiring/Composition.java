package org.oktasync.wiring;

import com.atlassian.jira.component.ComponentAccessor;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.oktasync.ao.AoFindings;
import org.oktasync.ao.AoJournalSize;
import org.oktasync.ao.AoKnownProfiles;
import org.oktasync.ao.AoKnownTypes;
import org.oktasync.ao.AoLinkRegistry;
import org.oktasync.ao.AoObjectLinks;
import org.oktasync.ao.AoPersonRecords;
import org.oktasync.ao.AoPlanStore;
import org.oktasync.ao.AoProductSettingsStore;
import org.oktasync.ao.AoRunEnds;
import org.oktasync.ao.AoRunJournal;
import org.oktasync.ao.AoSettingsStore;
import org.oktasync.ao.AoSyncStates;
import org.oktasync.ao.AoTables;
import org.oktasync.ao.AoTakeOvers;
import org.oktasync.apply.RetryPolicy;
import org.oktasync.config.ProductSettingsStore;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsJson;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.Pacer;
import org.oktasync.control.SyncLog;
import org.oktasync.jira.ApplicationAccess;
import org.oktasync.jira.ClusterRunLock;
import org.oktasync.jira.JiraGroupReferences;
import org.oktasync.jira.KeyFileSecretStore;
import org.oktasync.jira.MinuteJob;
import org.oktasync.jira.ReflectiveUserKeys;
import org.oktasync.record.JournalSize;
import org.oktasync.record.Tables;
import org.oktasync.run.RunControl;
import org.oktasync.run.RunLauncher;
import org.oktasync.run.RunResumption;
import org.oktasync.run.RunUndo;
import org.oktasync.run.SyncRunner;
import org.oktasync.run.adoption.Adoption;
import org.oktasync.run.person.LoginSync;
import org.oktasync.run.person.PersonControl;
import org.oktasync.run.ports.AssetsSites;
import org.oktasync.run.ports.Notifier;
import org.oktasync.run.ports.PatientLock;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.SpoolFolders;
import org.oktasync.run.preview.DifferenceTasks;
import org.oktasync.run.preview.GroupPreviewer;
import org.oktasync.run.preview.PlanDifferences;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.run.report.RunAnnouncer;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.settings.DirectoryControl;
import org.oktasync.run.settings.Disconnection;
import org.oktasync.run.settings.GroupMentions;
import org.oktasync.run.settings.PeopleControl;
import org.oktasync.run.settings.Retention;
import org.oktasync.run.setup.AssetsSetup;
import org.oktasync.run.setup.MappingControl;
import org.oktasync.run.setup.SchemaBuilds;
import org.oktasync.schedule.Schedules;
import org.oktasync.support.Installation;
import org.oktasync.support.LogRing;
import org.oktasync.trigger.LoginListener;
import org.oktasync.web.access.AdminAccess;
import org.oktasync.web.rest.AdoptionPreviews;
import org.oktasync.web.rest.HealthChecks;
import org.oktasync.web.rest.RestEntry;

/**
 * Makes the product's parts, once, and hands them to Spring: the bean definitions in {@code
 * META-INF/spring} name the methods of this class. Touches neither database nor directory.
 */
@Named("composition")
public final class Composition {
  private final ComponentImports jira;
  private final Clock clock = Clock.systemUTC();
  private final LogRing lines = new LogRing(clock);
  private final SyncLog log = new SyncLog(List.of(new JiraLog(), lines));
  private final Pacer pacer = new Waiting();
  private final RunThreads threads = new RunThreads();
  private final SettingsStore settings;
  private final SecretStore secrets;
  private final JiraTargets targets;
  private final RunPorts ports;
  private final RunLock lock;
  private final SpoolFolders folders;
  private final RetryPolicy retry;
  private final RunLauncher launcher;
  private final RunControl control;
  private final OptionalServices services;
  private final Automation automation;
  private final ProductSettingsStore productSettings;
  private final Retention retention;
  private final RunUndo undo;
  private final RunResumption resumption;
  private final ConnectionControl connections;
  private final SchemaBuilds schemaBuilds;
  private final DifferenceTasks differences;
  private final AssetsSites assets;
  private final LoginSync logins;
  private final LoginListener loginListener;

  @Inject
  public Composition(ComponentImports jira) {
    this.jira = jira;
    settings = new AoSettingsStore(jira.activeObjects, clock);
    secrets = new KeyFileSecretStore(jira.home, new SecureRandom());
    ReflectiveUserKeys keys =
        new ReflectiveUserKeys(jira.jiraUsers, ComponentAccessor::getComponent);
    services = new OptionalServices(jira, log);
    assets = new AssetsConnections(jira, secrets, threads.calls, clock, pacer);
    targets = new JiraTargets(jira, keys, new ApplicationAccess(jira.jiraUsers, jira.roles), log);
    AoPlanStore plans = new AoPlanStore(jira.activeObjects);
    ports =
        new RunPorts(
            new OktaSources(secrets, clock, pacer, log),
            targets,
            new AoLinkRegistry(jira.activeObjects),
            plans,
            new AoRunJournal(jira.activeObjects, plans),
            new AoFindings(jira.activeObjects),
            new AoSyncStates(jira.activeObjects),
            services.audit,
            (connection, reason) -> automation().schedules.pauseAfterUndo(connection),
            assets,
            new AoObjectLinks(jira.activeObjects),
            new AoKnownTypes(jira.activeObjects),
            new AoKnownProfiles(jira.activeObjects),
            settings,
            services.notifier,
            new AoTakeOvers(jira.activeObjects),
            log);
    lock = new PatientLock(new ClusterRunLock(jira.locks), ports.journal(), pacer);
    folders = new SpoolFolders(Path.of(jira.home.getLocalHome().getPath(), "okta-sync", "spool"));
    retry = new RetryPolicy(pacer);
    RunAnnouncer announcer =
        new RunAnnouncer(
            ports.journal(),
            new AoRunEnds(jira.activeObjects, clock),
            settings,
            services.notifier,
            services.audit,
            clock,
            log);
    launcher =
        new RunLauncher(ports, lock, threads.runs, threads.timer, clock, announcer::announce);
    SyncRunner runner = new SyncRunner(ports, folders, retry, clock);
    control = new RunControl(ports, settings, launcher, runner, clock, node());
    productSettings = new AoProductSettingsStore(jira.activeObjects, clock);
    retention = new Retention(ports.journal(), productSettings, clock);
    undo = new RunUndo(ports, control, launcher, runner, clock);
    resumption = new RunResumption(ports, settings, control, undo, launcher, runner);
    automation =
        new Automation(
            jira,
            services,
            settings,
            ports,
            control,
            announcer,
            retention,
            resumption,
            threads,
            clock);
    connections =
        new ConnectionControl(ports, settings, secrets, lock, automation.schedules, clock);
    logins = new LoginSync(ports, settings, personControl(), control, threads.logins, clock);
    loginListener = new LoginListener(jira.events, logins::signedIn);
    schemaBuilds = new SchemaBuilds(connections, ports, assets, lock, threads.builds, clock);
    differences =
        new DifferenceTasks(
            ports, new PlanDifferences(ports, folders, clock), threads.builds, clock);
  }

  private String node() {
    String id = jira.cluster.getNodeId();
    return id == null ? "single" : id;
  }

  /** The stores and doors of runs. */
  public RunPorts runPorts() {
    return ports;
  }

  /** Starts, stops and decides about runs. */
  public RunControl runControl() {
    return control;
  }

  /** Undoes runs. */
  public RunUndo runUndo() {
    return undo;
  }

  /** Takes up the work of runs whose node ended. */
  public RunResumption runResumption() {
    return resumption;
  }

  /** Shows people of the source. */
  public SourcePreview sourcePreview() {
    return new SourcePreview(ports);
  }

  /** Shows what settings make of groups. */
  public GroupPreviewer groupPreviewer() {
    return new GroupPreviewer(ports, sourcePreview(), clock);
  }

  /** Shows what names a group. */
  public GroupMentions groupMentions() {
    return new GroupMentions(
        new JiraGroupReferences(jira.permissions, jira.roles, ComponentAccessor::getComponent, log),
        settings);
  }

  /** Shows what a run would do to one person. */
  public PersonControl personControl() {
    return new PersonControl(ports, sourcePreview(), clock);
  }

  /** Makes, switches and deletes user directories. */
  public DirectoryControl directoryControl() {
    return new DirectoryControl(ports, settings);
  }

  /** Tells what other settings would change. */
  public DifferenceTasks differenceTasks() {
    return differences;
  }

  /** Brings people up to date when they sign in. */
  public LoginSync loginSync() {
    return logins;
  }

  LoginListener loginListener() {
    return loginListener;
  }

  /** Takes over existing accounts. */
  public Adoption adoption() {
    return new Adoption(ports, control, launcher, folders, retry, clock);
  }

  /** Adds, changes, tests and deletes connections. */
  public ConnectionControl connectionControl() {
    return connections;
  }

  /** Helps to write mappings of Assets. */
  public MappingControl mappingControl() {
    return new MappingControl(ports, assets, clock);
  }

  /** Sets Assets up. */
  public AssetsSetup assetsSetup() {
    return new AssetsSetup(connections, ports, assets);
  }

  /** Builds schemas of Assets. */
  public SchemaBuilds schemaBuilds() {
    return schemaBuilds;
  }

  /** Switches schedules on and off. */
  public Schedules schedules() {
    return automation.schedules;
  }

  /** Sends notices. */
  public Notifier notifier() {
    return services.notifier;
  }

  /** Ends the work of connections. */
  public Disconnection disconnection() {
    return new Disconnection(ports, settings, secrets, lock);
  }

  /** The text form of settings. */
  public SettingsJson settingsJson() {
    return new SettingsJson();
  }

  /** The clock of the product. */
  public Clock clock() {
    return clock;
  }

  /** Decides who may use the product. */
  public AdminAccess adminAccess() {
    return new AdminAccess(jira.salUsers);
  }

  /** What every call of the REST interface begins with. */
  public RestEntry restEntry() {
    return new RestEntry(adminAccess(), jira.texts, log);
  }

  /** Adoption previews of the last minutes. */
  public AdoptionPreviews adoptionPreviews() {
    return new AdoptionPreviews(clock);
  }

  /** The settings of the whole product. */
  public ProductSettingsStore productSettings() {
    return productSettings;
  }

  /** How much room the tables take. */
  public JournalSize journalSize() {
    return new AoJournalSize(jira.activeObjects);
  }

  /** Forgets people. */
  public PeopleControl peopleControl() {
    return new PeopleControl(ports, settings, new AoPersonRecords(jira.activeObjects), lock);
  }

  /** The last lines of the log. */
  public LogRing logRing() {
    return lines;
  }

  /** The product's tables. */
  public Tables tables() {
    return new AoTables(jira.activeObjects);
  }

  /** This Jira and this node. */
  public Installation installation() {
    return new JiraInstallation(jira, tables(), node(), log);
  }

  /** Self-checks. */
  public HealthChecks healthChecks() {
    return new SelfChecks(settings, secrets, targets, services, automation.minuteJob, log);
  }

  Retention retention() {
    return retention;
  }

  private Automation automation() {
    return automation;
  }

  SpoolFolders folders() {
    return folders;
  }

  MinuteJob minuteJob() {
    return automation.minuteJob;
  }

  RunLauncher launcher() {
    return launcher;
  }

  RunThreads threads() {
    return threads;
  }

  SyncLog log() {
    return log;
  }

  Pacer pacer() {
    return pacer;
  }
}
