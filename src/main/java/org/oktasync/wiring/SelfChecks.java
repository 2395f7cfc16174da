package org.oktasync.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.web.rest.HealthChecks;

/** Looks whether everything that the product needs of this Jira is there. */
final class SelfChecks implements HealthChecks {
  private final SettingsStore settings;
  private final SecretStore secrets;
  private final JiraTargets targets;
  private final SyncLog log;

  SelfChecks(SettingsStore settings, SecretStore secrets, JiraTargets targets, SyncLog log) {
    this.settings = settings;
    this.secrets = secrets;
    this.targets = targets;
    this.log = log;
  }

  @Override
  public List<Check> run() {
    List<Check> checks = new ArrayList<>();
    checks.add(look("database", this::database));
    checks.add(look("secret-key", new SecretsCheck(settings, secrets)::problem));
    checks.add(look("directories", this::directories));
    checks.add(look("administrators", () -> targets.protectedAccounts().problem()));
    checks.add(look("user-keys", () -> targets.keys().problem()));
    return checks;
  }

  private Check look(String name, Supplier<Optional<Message>> look) {
    try {
      return look.get()
          .map(problem -> new Check(name, false, problem))
          .orElseGet(() -> new Check(name, true, Message.of("health-ok")));
    } catch (RuntimeException | LinkageError e) {
      log.warn(e, "Self-check %s failed", name);
      return new Check(name, false, Message.of("health-failed", name));
    }
  }

  private Optional<Message> database() {
    settings.connections();
    return Optional.empty();
  }

  private Optional<Message> directories() {
    targets.directories().all();
    return Optional.empty();
  }
}
