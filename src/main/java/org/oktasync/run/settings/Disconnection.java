package org.oktasync.run.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.ScheduleSettings;
import org.oktasync.config.SealedSecret;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.config.SettingsStore;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.target.TargetDirectory;

/**
 * Ends the work of a connection: says what there is, switches the connection off, and removes what
 * was chosen. Accounts, groups and the directory in Jira are never touched.
 */
public final class Disconnection {
  /** Nothing of these may be left behind without the connection that it belongs to. */
  private static final Set<DisconnectPart> OF_THE_CONNECTION =
      EnumSet.range(DisconnectPart.SCHEDULE, DisconnectPart.HISTORY);

  private final RunPorts ports;
  private final SettingsStore store;
  private final SecretStore secrets;
  private final RunLock lock;

  public Disconnection(RunPorts ports, SettingsStore store, SecretStore secrets, RunLock lock) {
    this.ports = ports;
    this.store = store;
    this.secrets = secrets;
    this.lock = lock;
  }

  /**
   * What there is of a connection.
   *
   * @param accounts how many accounts in Jira are linked; they stay
   * @param groups how many groups in Jira are linked; they stay
   * @param directory the name of the target directory, which stays; empty when it is gone
   * @param removable how many of each part there are; a part that is not there has none
   */
  public record Inventory(
      Connection connection,
      long accounts,
      long groups,
      String directory,
      Map<DisconnectPart, Long> removable) {
    /** The same, with some of the parts alone. */
    Inventory only(Set<DisconnectPart> parts) {
      Map<DisconnectPart, Long> some = new EnumMap<>(removable);
      some.keySet().retainAll(parts);
      return new Inventory(connection, accounts, groups, directory, some);
    }
  }

  /**
   * What a connection consists of now.
   *
   * @throws RunRefusedException when there is no such connection
   */
  public Inventory inventory(long connectionId) {
    Connection connection = existing(connectionId);
    ConnectionData data = new ConnectionData(ports, connectionId);
    long accounts = data.links(EntityKind.USER);
    long groups = data.links(EntityKind.GROUP);
    Map<DisconnectPart, Long> parts = new EnumMap<>(DisconnectPart.class);
    parts.put(DisconnectPart.SCHEDULE, one(connection.settings().schedule().isSet()));
    parts.put(DisconnectPart.TOKEN, (long) connection.secrets().size());
    parts.put(DisconnectPart.LINKS, accounts + groups + data.objects());
    parts.put(DisconnectPart.FINDINGS, data.findings());
    parts.put(DisconnectPart.HISTORY, data.runs());
    parts.put(DisconnectPart.SETTINGS, 1L);
    parts.put(DisconnectPart.KEY_FILE, one(keyServesNobodyElse(connectionId)));
    return new Inventory(connection, accounts, groups, directory(connection), parts);
  }

  private static long one(boolean present) {
    return present ? 1 : 0;
  }

  private String directory(Connection connection) {
    return ports
        .targets()
        .directories()
        .find(connection.settings().directoryId())
        .map(TargetDirectory::name)
        .orElse("");
  }

  private boolean keyServesNobodyElse(long connectionId) {
    return store.connections().stream()
        .noneMatch(other -> other.id() != connectionId && !other.secrets().isEmpty());
  }

  /**
   * Switches a connection off and removes parts of it.
   *
   * @param chosen what to remove
   * @param confirm the name of the connection, as a person typed it
   * @return what there was, the number of each part that was removed
   * @throws SettingsRejectedException when the name is another, or the choice cannot be; then
   *     nothing was done
   * @throws RunRefusedException when there is no such connection, or a run of it is under way
   */
  public Inventory disconnect(long connectionId, Set<DisconnectPart> chosen, String confirm) {
    requirePossible(existing(connectionId), chosen, confirm);
    Optional<RunLock.Held> held = lock.tryAcquire(connectionId);
    if (held.isEmpty()) {
      throw new RunRefusedException(Message.of("run-in-progress", 0), 0);
    }
    try {
      Inventory removed = inventory(connectionId).only(chosen);
      switchOff(removed.connection(), chosen);
      removed.removable().keySet().forEach(part -> remove(part, connectionId));
      ports
          .log()
          .info("Connection %d is disconnected; removed: %s", connectionId, removed.removable());
      return removed;
    } finally {
      held.get().close();
    }
  }

  private void requirePossible(Connection connection, Set<DisconnectPart> chosen, String confirm) {
    List<FieldProblem> problems = new ArrayList<>();
    if (!connection.settings().name().equals(confirm.strip())) {
      problems.add(FieldProblem.of("confirm", "disconnect-confirm", connection.settings().name()));
    }
    boolean whole = chosen.containsAll(OF_THE_CONNECTION);
    if (chosen.contains(DisconnectPart.SETTINGS) && !whole) {
      problems.add(
          FieldProblem.of(DisconnectPart.SETTINGS.label(), "disconnect-settings-need-all"));
    }
    boolean keyFree = keyServesNobodyElse(connection.id()) && chosen.contains(DisconnectPart.TOKEN);
    if (chosen.contains(DisconnectPart.KEY_FILE) && !keyFree) {
      problems.add(FieldProblem.of(DisconnectPart.KEY_FILE.label(), "disconnect-key-in-use"));
    }
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
  }

  /** One change of the settings, so that no moment exists at which half of it is on. */
  private void switchOff(Connection connection, Set<DisconnectPart> chosen) {
    ConnectionSettings off = connection.settings().switchedOff();
    if (chosen.contains(DisconnectPart.SCHEDULE)) {
      off = off.scheduled(ScheduleSettings.DEFAULTS);
    }
    Connection changed = connection.with(off);
    store.update(
        chosen.contains(DisconnectPart.TOKEN)
            ? changed.withSecret("", null, "").withAssetsToken(SealedSecret.NONE)
            : changed);
  }

  private void remove(DisconnectPart part, long connectionId) {
    ConnectionData data = new ConnectionData(ports, connectionId);
    switch (part) {
      case SCHEDULE, TOKEN -> {} // went when the connection was switched off
      case LINKS -> data.deleteLinks();
      case FINDINGS -> data.deleteFindings();
      case HISTORY -> data.deleteRuns();
      case SETTINGS -> store.delete(connectionId);
      case KEY_FILE -> secrets.destroyKey();
    }
  }

  private Connection existing(long connectionId) {
    return store
        .connection(connectionId)
        .orElseThrow(
            () -> new RunRefusedException(Message.of("connection-missing", connectionId), 0));
  }
}
