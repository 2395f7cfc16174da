package org.oktasync.run.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.oktasync.config.ChangedSettings;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.ProductSettings;
import org.oktasync.config.ProductSettingsStore;
import org.oktasync.config.RetentionSettings;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.settings.ImportedConnection.Action;
import org.oktasync.target.TargetDirectory;

/**
 * Takes over the configuration of another Jira, or an earlier one of this. Connections are told by
 * their names, directories too. New ones come without a token and switched off; one that is there
 * already keeps its token, and so must keep its organisation. Nothing runs by itself.
 */
public final class ConfigurationImport {
  private final RunPorts ports;
  private final ConnectionControl connections;
  private final ProductSettingsStore product;

  public ConfigurationImport(
      RunPorts ports, ConnectionControl connections, ProductSettingsStore product) {
    this.ports = ports;
    this.connections = connections;
    this.product = product;
  }

  /**
   * What a configuration holds.
   *
   * @param connections its connections
   * @param retention how long runs are kept; null where it does not say
   */
  public record File(List<Wanted> connections, RetentionSettings retention) {
    public File {
      connections = List.copyOf(connections);
    }
  }

  /** What an import does, or did. */
  public record Imported(List<ImportedConnection> connections, ImportedRetention retention) {
    public Imported {
      connections = List.copyOf(connections);
    }

    private List<FieldProblem> problems() {
      return Stream.concat(
              retention.problems().stream(),
              connections.stream().flatMap(one -> one.problems().stream()))
          .toList();
    }
  }

  /**
   * A connection of the configuration.
   *
   * @param settings its settings; the number of its directory means nothing
   * @param directory the name of its directory
   */
  public record Wanted(ConnectionSettings settings, String directory) {}

  /** What an import would do; nothing is stored. */
  public Imported look(File file) {
    return look(file, product.read());
  }

  private Imported look(File file, ProductSettings present) {
    RetentionSettings before = present.retention();
    RetentionSettings after = file.retention() == null ? before : file.retention();
    List<FieldProblem> problems = new ProductSettings(present.version(), after).problems();
    return new Imported(look(file.connections()), new ImportedRetention(before, after, problems));
  }

  private List<ImportedConnection> look(List<Wanted> wanted) {
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
   * Imports; all of it is looked at before anything is stored.
   *
   * @param by user name of who imports
   * @throws SettingsRejectedException when something is wrong with a part of it
   */
  public Imported apply(File file, String by) {
    ProductSettings present = product.read();
    Imported found = look(file, present);
    List<FieldProblem> problems = found.problems();
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    if (found.retention().changes()) {
      product.update(new ProductSettings(present.version(), found.retention().after()));
    }
    found.connections().forEach(one -> store(one, by));
    return found;
  }

  private void store(ImportedConnection one, String by) {
    if (one.action() == Action.ADD) {
      connections.restore(one.settings(), by);
    } else if (one.action() == Action.CHANGE) {
      Connection present = named(one.settings().name()).orElseThrow();
      ConnectionDraft draft = new ConnectionDraft(one.settings(), null, null, null);
      connections.update(present.id(), present.version(), draft, by);
    }
  }
}
