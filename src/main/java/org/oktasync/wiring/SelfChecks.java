package org.oktasync.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.config.Connection;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.SyncLog;
import org.oktasync.jira.MinuteJob;
import org.oktasync.model.Message;
import org.oktasync.web.rest.HealthChecks;

/** Looks whether everything that the product needs of this Jira is there. */
final class SelfChecks implements HealthChecks {
  private final SettingsStore settings;
  private final SecretStore secrets;
  private final JiraTargets targets;
  private final OptionalServices services;
  private final MinuteJob minuteJob;
  private final SyncLog log;

  SelfChecks(
      SettingsStore settings,
      SecretStore secrets,
      JiraTargets targets,
      OptionalServices services,
      MinuteJob minuteJob,
      SyncLog log) {
    this.settings = settings;
    this.secrets = secrets;
    this.targets = targets;
    this.services = services;
    this.minuteJob = minuteJob;
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
    checks.add(look("schedule", minuteJob::problem));
    checks.add(look("mail", this::mail));
    checks.add(look("audit", services.audit::problem));
    checks.add(site());
    checks.add(look("seats", () -> targets.applicationSeats().problem()));
    checks.add(
        deletes()
            ? look("user-deletion", () -> targets.deletion().problem())
            : new Check("user-deletion", true, Message.of("health-not-needed")));
    checks.add(
        replacesLeads()
            ? look("leads", () -> targets.leads().problem())
            : new Check("leads", true, Message.of("health-not-needed")));
    return checks;
  }

  /** Whether a connection would have leads replaced. */
  private boolean replacesLeads() {
    return settings.connections().stream()
        .map(connection -> connection.settings().leavers())
        .anyMatch(
            leavers -> !leavers.projectLead().isEmpty() || !leavers.componentLead().isEmpty());
  }

  /** Whether a connection would have accounts deleted. */
  private boolean deletes() {
    return settings.connections().stream()
        .map(connection -> connection.settings().leavers())
        .anyMatch(leavers -> !leavers.deleting().isEmpty());
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

  /** Who wants no notices, and has nobody told, needs no mail. */
  private Optional<Message> mail() {
    boolean wanted =
        settings.connections().stream()
            .map(Connection::settings)
            .anyMatch(one -> !one.notices().receivers().isEmpty() || one.leavers().tell());
    return wanted ? services.notifier.problem() : Optional.empty();
  }

  /** A site that is told by its address alone is well; it is only good to know. */
  private Check site() {
    Message found = services.site.limitation().orElse(Message.of("health-ok"));
    return new Check("site", true, found);
  }

  private Optional<Message> directories() {
    targets.directories().all();
    return Optional.empty();
  }
}
