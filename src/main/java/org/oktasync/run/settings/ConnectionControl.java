package org.oktasync.run.settings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.ChangedSettings;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.LeaverSettings;
import org.oktasync.config.OktaBaseUrl;
import org.oktasync.config.SealedSecret;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.config.SettingsRules;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.GroupMapping;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;
import org.oktasync.record.Fact;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.rules.GroupReader;
import org.oktasync.run.rules.MappingReader;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceCheck;
import org.oktasync.source.SourceSize;
import org.oktasync.target.TargetDirectory;
import org.oktasync.target.TargetException;

/** Adds, changes, tests and deletes connections. Nothing is saved that could not run. */
public final class ConnectionControl {
  private final RunPorts ports;
  private final SettingsStore store;
  private final SecretStore secrets;
  private final RunLock lock;
  private final ScheduleGate schedules;
  private final Clock clock;

  public ConnectionControl(
      RunPorts ports,
      SettingsStore store,
      SecretStore secrets,
      RunLock lock,
      ScheduleGate schedules,
      Clock clock) {
    this.ports = ports;
    this.store = store;
    this.secrets = secrets;
    this.lock = lock;
    this.schedules = schedules;
    this.clock = clock;
  }

  /**
   * A connection as it was saved.
   *
   * @param remarks what was corrected on the way, and what else came of it, for a person
   */
  public record Saved(Connection connection, List<Message> remarks) {}

  /** All connections, by name. */
  public List<Connection> all() {
    return store.connections();
  }

  /** The connection with this id. */
  public Optional<Connection> find(long id) {
    return store.connection(id);
  }

  /**
   * What is wrong with saved settings by now, at its field: what they name was fit when they were
   * saved, or this Jira cannot do what they ask for. It keeps nobody from saving others.
   */
  public List<FieldProblem> warnings(Connection connection) {
    LeaverSettings leavers = connection.settings().leavers();
    List<FieldProblem> warnings =
        new ArrayList<>(new LeadSettingsCheck(ports.targets()).standing(leavers));
    List<String> deleting = leavers.deleting();
    if (!deleting.isEmpty()) {
      ports
          .targets()
          .accountFacts()
          .deletionProblem()
          .ifPresent(
              problem -> deleting.forEach(at -> warnings.add(new FieldProblem(at, problem))));
    }
    SharedSchemas.problem(connection, store.connections()).ifPresent(warnings::add);
    return warnings;
  }

  /** Whether a secret of a connection can be opened; false as well while none is set. */
  public boolean secretReadable(SealedSecret secret) {
    return secret.isSet() && secrets.opens(secret.sealed());
  }

  /**
   * Saves a new connection.
   *
   * @param by user name of who saves it
   * @throws SettingsRejectedException when something is wrong; then no directory was made either
   */
  public Saved add(ConnectionDraft draft, String by) {
    List<FieldProblem> problems = new ArrayList<>();
    if (draft.secret() == null) {
      problems.add(FieldProblem.of("auth.token", "token-missing"));
    }
    Connection empty = Connection.unsaved(draft.settings());
    Checked checked = check(draft, empty, problems);
    Connection added = store.add(seal(checked.settings(), draft, empty, by));
    audit("connection-added", added, by, List.of());
    return new Saved(added, checked.remarks());
  }

  /**
   * Saves a changed connection. When the rules change, plans made before can no longer be applied,
   * and a schedule that is on pauses itself.
   *
   * @param version the version that the change was made from
   * @throws SettingsRejectedException when something is wrong
   * @throws SettingsStore.StaleVersionException when somebody else changed it in between
   */
  public Saved update(long id, int version, ConnectionDraft draft, String by) {
    Connection present = existing(id);
    if (present.version() != version) {
      throw new SettingsStore.StaleVersionException(id, version);
    }
    Checked checked = check(draft, present, new ArrayList<>());
    Connection updated = store.update(seal(checked.settings(), draft, present, by));
    schedules.saved(present, updated, checked.admission(), by);
    auditChange(present, updated, by);
    return new Saved(updated, checked.remarks());
  }

  /**
   * A connection as it would be with other settings, which are looked at as if they were saved.
   *
   * @throws SettingsRejectedException when something is wrong with them
   * @throws RunRefusedException when the connection does not exist
   */
  public Connection judged(long id, ConnectionDraft draft) {
    Connection present = existing(id);
    if (draft.createDirectory() != null) {
      throw new SettingsRejectedException(
          List.of(
              FieldProblem.of("directory.create", "not-supported", draft.createDirectory(), "-")));
    }
    Checked checked = check(draft, present, new ArrayList<>());
    return seal(checked.settings(), draft, present, "");
  }

  /**
   * Deletes a connection with its links and history; accounts and groups stay as they are.
   *
   * @param by user name of who deletes it
   * @throws RunRefusedException when a run of it is under way
   */
  public void delete(long id, String by) {
    Optional<RunLock.Held> held = lock.tryAcquire(id);
    if (held.isEmpty()) {
      throw new RunRefusedException(Message.of("run-in-progress", id), 0);
    }
    try {
      Optional<Connection> deleted = store.connection(id);
      new ConnectionData(ports, id).deleteAll();
      store.delete(id);
      schedules.deleted(id);
      deleted.ifPresent(connection -> audit("connection-deleted", connection, by, List.of()));
    } finally {
      held.get().close();
    }
  }

  /**
   * Tries a saved connection.
   *
   * @throws RunRefusedException when it does not exist
   * @throws org.oktasync.source.SourceException when it cannot be tried at all
   */
  public SourceCheck test(long id) {
    try (IdentitySource source = ports.sources().open(existing(id))) {
      return source.test(new StopSignal());
    }
  }

  /**
   * Tells about how much a saved connection would read, and what that would cost.
   *
   * @throws RunRefusedException when it does not exist
   * @throws org.oktasync.source.SourceException when the source does not answer
   */
  public SourceSize size(long id) {
    return size(id, existing(id).settings());
  }

  /**
   * The same with settings that are not saved.
   *
   * @throws SettingsRejectedException when the scope cannot be read
   * @throws RunRefusedException when the connection does not exist
   * @throws org.oktasync.source.SourceException when the source does not answer
   */
  public SourceSize size(long id, ConnectionSettings settings) {
    Connection connection = existing(id);
    List<FieldProblem> problems = new SettingsRules().checkScope(settings);
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    try (IdentitySource source = ports.sources().open(connection)) {
      StopSignal stop = new StopSignal();
      RunRules rules = new RunRules(settings);
      SourceChecks.scopeProblem(settings, source.lookup(stop))
          .ifPresent(
              problem -> {
                throw new SettingsRejectedException(List.of(problem));
              });
      return source.size(rules.countedScope(), rules.counted(), stop);
    }
  }

  private Connection existing(long id) {
    return store
        .connection(id)
        .orElseThrow(() -> new RunRefusedException(Message.of("connection-missing", id), 0));
  }

  private void auditChange(Connection before, Connection after, String by) {
    List<String> names =
        new ArrayList<>(ChangedSettings.between(before.settings(), after.settings()));
    if (!before.token().equals(after.token())) {
      names.add("auth.token");
    }
    if (!before.assetsToken().equals(after.assetsToken())) {
      names.add("assets.token");
    }
    if (!names.isEmpty()) {
      String changed = String.join(", ", names);
      audit("connection-changed", after, by, List.of(Fact.of("settings", changed)));
    }
  }

  private void audit(String action, Connection connection, String by, List<Fact> facts) {
    String name = connection.settings().name();
    ports.audit().write(new AuditEntry(action, by, connection.id(), name, facts));
  }

  /** Settings that may be saved, and what was corrected in them. */
  private record Checked(
      ConnectionSettings settings, ScheduleGate.Admission admission, List<Message> remarks) {}

  private Checked check(ConnectionDraft draft, Connection present, List<FieldProblem> problems) {
    ConnectionSettings settings = AssetsDraft.normalised(draft.settings(), present.settings());
    OktaBaseUrl address = checkValues(settings, present, problems);
    problems.addAll(AssetsDraft.check(draft, present));
    if (draft.createDirectory() == null) {
      checkDirectory(settings.directoryId(), present, problems);
    } else if (draft.createDirectory().isBlank()) {
      problems.add(FieldProblem.of("directory.create", "directory-name-missing"));
    } else if (draft.createDirectory().strip().length() > DirectoryControl.LONGEST_NAME) {
      problems.add(
          FieldProblem.of("directory.create", "name-too-long", DirectoryControl.LONGEST_NAME));
    } else {
      checkMove(present, problems);
    }
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    List<Message> remarks = new ArrayList<>(address.notices());
    Connection unsaved = seal(settings.at(address.url(), 0), draft, present, "");
    remarks.addAll(new SourceChecks(ports.sources()).check(unsaved, present.settings()));
    long directory = draft.createDirectory() == null ? settings.directoryId() : 0;
    ScheduleGate.Admission admission =
        schedules.admit(present, settings.at(address.url(), directory));
    if (admission.pausesItself()) {
      remarks.add(Message.of("schedule-paused-settings-changed", settings.name()));
    }
    if (draft.createDirectory() != null) {
      directory = createDirectory(draft.createDirectory().strip(), remarks);
    }
    return new Checked(admission.settings().at(address.url(), directory), admission, remarks);
  }

  /** What can be told without asking Okta or Assets. */
  private OktaBaseUrl checkValues(
      ConnectionSettings settings, Connection present, List<FieldProblem> problems) {
    problems.addAll(new SettingsRules().check(settings));
    new MappingReader(problems).read(settings);
    GroupMapping groups = new GroupReader(problems).read(settings.groups());
    new NamedGroupChecks(ports.targets()).check(settings, groups, problems);
    LeaverSettings leaversBefore = present.id() == 0 ? null : present.settings().leavers();
    new LeadSettingsCheck(ports.targets()).check(settings.leavers(), leaversBefore, problems);
    problems.addAll(schedules.check(settings.schedule()));
    OktaBaseUrl address = OktaBaseUrl.parse(settings.baseUrl());
    address.problem().ifPresent(p -> problems.add(new FieldProblem("baseUrl", p)));
    checkName(settings, present, problems);
    return address;
  }

  /**
   * What is wrong with settings of a connection that has no token yet; empty when they may be
   * stored by {@link #restore}.
   */
  List<FieldProblem> problemsOf(ConnectionSettings settings) {
    List<FieldProblem> problems = new ArrayList<>();
    Connection empty = Connection.unsaved(settings);
    checkValues(settings, empty, problems);
    checkDirectory(settings.directoryId(), empty, problems);
    return problems;
  }

  /**
   * Stores a connection without a token, switched off and with its schedule paused, so that nothing
   * runs before somebody has set a token and tested it.
   *
   * @throws SettingsRejectedException when something is wrong with the settings
   */
  Connection restore(ConnectionSettings settings, String by) {
    ConnectionSettings resting = settings.switchedOff().scheduled(settings.schedule().paused(true));
    List<FieldProblem> problems = problemsOf(resting);
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    String url = OktaBaseUrl.parse(resting.baseUrl()).url();
    AssetsSettings assets = resting.assets().off();
    Connection added =
        store.add(Connection.unsaved(resting.at(url, resting.directoryId()).withAssets(assets)));
    audit("connection-added", added, by, List.of());
    return added;
  }

  private void checkName(
      ConnectionSettings settings, Connection present, List<FieldProblem> problems) {
    boolean taken =
        store.connections().stream()
            .filter(other -> other.id() != present.id())
            .anyMatch(other -> other.settings().name().equalsIgnoreCase(settings.name()));
    if (taken) {
      problems.add(FieldProblem.of("name", "name-in-use", settings.name()));
    }
  }

  private void checkDirectory(long id, Connection present, List<FieldProblem> problems) {
    Optional<TargetDirectory> directory = ports.targets().directories().find(id);
    if (directory.isEmpty()) {
      boolean chosen = id != 0;
      problems.add(
          chosen
              ? FieldProblem.of("directory.id", "directory-missing", id)
              : FieldProblem.of("directory.id", "directory-not-chosen"));
      return;
    }
    if (directory.get().obstacle() != null) {
      problems.add(new FieldProblem("directory.id", directory.get().obstacle()));
    }
    store.connections().stream()
        .filter(other -> other.id() != present.id())
        .filter(other -> other.settings().directoryId() == id)
        .forEach(
            other ->
                problems.add(
                    FieldProblem.of(
                        "directory.id",
                        "directory-in-use",
                        directory.get().name(),
                        other.settings().name())));
    if (present.id() != 0 && present.settings().directoryId() != id) {
      checkMove(present, problems);
    }
  }

  /** Links name accounts of one directory; with another directory they would mean nothing. */
  private void checkMove(Connection present, List<FieldProblem> problems) {
    if (present.id() != 0 && ports.links().search(present.id(), "", 0, 1).total() > 0) {
      problems.add(FieldProblem.of("directory.id", "directory-has-links"));
    }
  }

  private long createDirectory(String name, List<Message> remarks) {
    try {
      TargetDirectory created = ports.targets().directories().create(name);
      remarks.add(Message.of("directory-created-last", created.name(), created.position() + 1));
      return created.id();
    } catch (TargetException e) {
      throw new SettingsRejectedException(
          List.of(new FieldProblem("directory.create", e.problem())));
    }
  }

  private Connection seal(
      ConnectionSettings settings, ConnectionDraft draft, Connection present, String by) {
    Connection changed = present.with(settings);
    if (draft.secret() != null) {
      changed = changed.withSecret(secrets.seal(draft.secret()), clock.instant(), by);
    }
    if (draft.assetsToken() != null) {
      String sealed = secrets.seal(draft.assetsToken());
      changed = changed.withAssetsToken(new SealedSecret(sealed, clock.instant(), by));
    }
    return changed;
  }
}
