package org.oktasync.run.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.Connection;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.config.SettingsStore;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.target.Directories;
import org.oktasync.target.TargetDirectory;
import org.oktasync.target.TargetException;

/**
 * Makes, switches and deletes internal user directories of Jira. Nobody locks themselves or
 * everybody out: one directory stays on, an administrator's own is not touched, and one that a
 * connection fills is not taken from it.
 */
public final class DirectoryControl {
  /** What Jira can store. */
  static final int LONGEST_NAME = 255;

  private static final String INTERNAL = "INTERNAL";

  private final RunPorts ports;
  private final SettingsStore settings;

  public DirectoryControl(RunPorts ports, SettingsStore settings) {
    this.ports = ports;
    this.settings = settings;
  }

  private Directories directories() {
    return ports.targets().directories();
  }

  /**
   * Makes an empty directory, last in the order.
   *
   * @throws SettingsRejectedException when the name is missing, too long or taken
   * @throws TargetException when Jira refuses it for another reason
   */
  public TargetDirectory create(String name, String by) {
    if (name.isBlank()) {
      throw rejected("name", "directory-name-missing");
    }
    if (name.strip().length() > LONGEST_NAME) {
      throw rejected("name", "name-too-long", LONGEST_NAME);
    }
    TargetDirectory made = made(name.strip());
    audit("directory-created", made, by);
    return made;
  }

  private TargetDirectory made(String name) {
    try {
      return directories().create(name);
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.CONFLICT) {
        throw new SettingsRejectedException(List.of(new FieldProblem("name", e.problem())));
      }
      throw e;
    }
  }

  /**
   * Switches a directory on or off.
   *
   * @throws SettingsRejectedException when it must stay as it is
   * @throws RunRefusedException when there is none
   */
  public TargetDirectory setActive(long id, boolean active, String by) {
    TargetDirectory directory = existing(id);
    if (!active) {
      mayGo(directory, "active", by);
    }
    if (directory.active() != active) {
      directories().setActive(id, active);
      audit(active ? "directory-enabled" : "directory-disabled", directory, by);
    }
    return existing(id);
  }

  /** How many accounts are in a directory; all of them would go with it. */
  public long accounts(long id) {
    long accounts = 0;
    try (Cursor<Account> all = directories().open(existing(id).id()).accounts(Set.of())) {
      for (; all.hasNext(); accounts++) {
        all.next();
      }
    }
    return accounts;
  }

  /**
   * Deletes a directory with everybody in it.
   *
   * @param typedName its name, typed by who wants it gone
   * @param knownAccounts the number of accounts that they were told would go with it
   * @throws SettingsRejectedException when it must stay
   * @throws RunRefusedException when there is none
   */
  public void delete(long id, String typedName, long knownAccounts, String by) {
    TargetDirectory directory = existing(id);
    if (!directory.name().equals(typedName)) {
      throw rejected("name", "directory-name-differs", directory.name());
    }
    mayGo(directory, "name", by);
    long accounts = accounts(id);
    if (accounts != knownAccounts) {
      throw rejected("accounts", "directory-has-accounts", directory.name(), accounts);
    }
    directories().remove(id);
    audit("directory-deleted", directory, by);
  }

  private void mayGo(TargetDirectory directory, String field, String by) {
    if (!directory.type().equals(INTERNAL)) {
      throw rejected(field, "directory-not-internal", directory.name());
    }
    Optional<Connection> user =
        settings.connections().stream()
            .filter(one -> one.settings().directoryId() == directory.id())
            .findFirst();
    if (user.isPresent()) {
      throw rejected(field, "directory-in-use", directory.name(), user.get().settings().name());
    }
    boolean last =
        directories().all().stream()
            .noneMatch(other -> other.active() && other.id() != directory.id());
    if (last) {
      throw rejected(field, "directory-last-enabled", directory.name());
    } else if (directories().open(directory.id()).account(new AccountName(by)).isPresent()) {
      throw rejected(field, "directory-your-own", directory.name());
    }
  }

  private TargetDirectory existing(long id) {
    return directories()
        .find(id)
        .orElseThrow(() -> new RunRefusedException(Message.of("directory-missing", id), 0));
  }

  private static SettingsRejectedException rejected(
      String field, String code, Object... arguments) {
    return new SettingsRejectedException(List.of(FieldProblem.of(field, code, arguments)));
  }

  private void audit(String action, TargetDirectory directory, String by) {
    ports.audit().write(new AuditEntry(action, by, 0, directory.name(), List.of()));
  }
}
