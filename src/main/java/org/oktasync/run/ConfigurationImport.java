package org.oktasync.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.config.ChangedSettings;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.run.ImportedConnection.Action;
import org.oktasync.target.TargetDirectory;

/**
 * Takes over the configuration of another Jira, or an earlier one of this. Connections are told by
 * their names, directories too. New ones come without a token and switched off; one that is there
 * already keeps its token, and so must keep its organisation. Nothing runs by itself.
 */
public final class ConfigurationImport {
  private final RunPorts ports;
  private final ConnectionControl connections;

  public ConfigurationImport(RunPorts ports, ConnectionControl connections) {
    this.ports = ports;
    this.connections = connections;
  }

  /**
   * A connection of the configuration.
   *
   * @param settings its settings; the number of its directory means nothing
   * @param directory the name of its directory
   */
  public record Wanted(ConnectionSettings settings, String directory) {}

  /** What an import would do, connection by connection; nothing is stored. */
  public List<ImportedConnection> look(List<Wanted> wanted) {
    List<ImportedConnection> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String at = "connections." + i + ".";
      List<FieldProblem> problems = new ArrayList<>();
      ConnectionSettings settings = placed(wanted.get(i), at, problems);
      found.add(
          named(settings.name())
              .map(present -> changed(present, settings, at, problems))
              .orElseGet(() -> added(settings, at, problems)));
    }
    return found;
  }

  private ConnectionSettings placed(Wanted wanted, String at, List<FieldProblem> problems) {
    Optional<TargetDirectory> directory =
        ports.targets().directories().all().stream()
            .filter(one -> one.name().equals(wanted.directory()))
            .findFirst();
    if (directory.isEmpty()) {
      problems.add(
          FieldProblem.of(at + "directory", "import-directory-missing", wanted.directory()));
    }
    long id = directory.map(TargetDirectory::id).orElse(0L);
    return wanted.settings().at(wanted.settings().baseUrl(), id);
  }

  private Optional<Connection> named(String name) {
    return connections.all().stream()
        .filter(one -> one.settings().name().equalsIgnoreCase(name))
        .findFirst();
  }

  private ImportedConnection changed(
      Connection present, ConnectionSettings settings, String at, List<FieldProblem> problems) {
    if (!present.settings().baseUrl().equals(settings.baseUrl())) {
      problems.add(
          FieldProblem.of(
              at + "baseUrl", "import-other-organisation", present.settings().baseUrl()));
    }
    List<String> names = ChangedSettings.between(present.settings(), settings);
    Action action = names.isEmpty() ? Action.NONE : Action.CHANGE;
    return new ImportedConnection(settings, action, names, problems);
  }

  private ImportedConnection added(
      ConnectionSettings settings, String at, List<FieldProblem> problems) {
    if (problems.isEmpty()) {
      connections
          .problemsOf(settings)
          .forEach(one -> problems.add(new FieldProblem(at + one.field(), one.message())));
    }
    return new ImportedConnection(settings, Action.ADD, List.of(), problems);
  }

  /**
   * Imports; all of it is looked at before the first connection is stored.
   *
   * @param by user name of who imports
   * @throws SettingsRejectedException when something is wrong with one of them
   */
  public List<ImportedConnection> apply(List<Wanted> wanted, String by) {
    List<ImportedConnection> found = look(wanted);
    List<FieldProblem> problems = found.stream().flatMap(one -> one.problems().stream()).toList();
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    for (ImportedConnection one : found) {
      if (one.action() == Action.ADD) {
        connections.restore(one.settings(), by);
      } else if (one.action() == Action.CHANGE) {
        Connection present = named(one.settings().name()).orElseThrow();
        ConnectionDraft draft = new ConnectionDraft(one.settings(), null, null, null);
        connections.update(present.id(), present.version(), draft, by);
      }
    }
    return found;
  }
}
