package org.oktasync.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.config.LeaverSettings;
import org.oktasync.config.Secret;
import org.oktasync.config.SecretStore;
import org.oktasync.config.SettingsStore;
import org.oktasync.jira.MinuteJob;
import org.oktasync.model.Message;
import org.oktasync.web.rest.HealthChecks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether everything that the product needs of this Jira is there. */
final class SelfChecks implements HealthChecks {
  private static final Logger LOG = LoggerFactory.getLogger(SelfChecks.class);

  private final SettingsStore settings;
  private final SecretStore secrets;
  private final JiraTargets targets;
  private final OptionalServices services;
  private final MinuteJob minuteJob;

  SelfChecks(
      SettingsStore settings,
      SecretStore secrets,
      JiraTargets targets,
      OptionalServices services,
      MinuteJob minuteJob) {
    this.settings = settings;
    this.secrets = secrets;
    this.targets = targets;
    this.services = services;
    this.minuteJob = minuteJob;
  }

  @Override
  public List<Check> run() {
    List<Check> checks = new ArrayList<>();
    checks.add(look("database", this::database));
    checks.add(look("secret-key", this::secretKey));
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
    return checks;
  }

  /** Whether a connection would have accounts deleted. */
  private boolean deletes() {
    return settings.connections().stream()
        .map(connection -> connection.settings().leavers())
        .anyMatch(
            leavers ->
                leavers.inactive().equals(LeaverSettings.DELETE)
                    || leavers.notFound().equals(LeaverSettings.DELETE));
  }

  private static Check look(String name, Supplier<Optional<Message>> look) {
    try {
      return look.get()
          .map(problem -> new Check(name, false, problem))
          .orElseGet(() -> new Check(name, true, Message.of("health-ok")));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("Self-check {} failed", name, e);
      return new Check(name, false, Message.of("health-failed", name));
    }
  }

  private Optional<Message> database() {
    settings.connections();
    return Optional.empty();
  }

  private Optional<Message> secretKey() {
    Secret probe = new Secret("probe");
    boolean same = secrets.open(secrets.seal(probe)).reveal().equals(probe.reveal());
    return same ? Optional.empty() : Optional.of(Message.of("token-unreadable"));
  }

  /** Who wants no notices needs no mail. */
  private Optional<Message> mail() {
    boolean wanted =
        settings.connections().stream()
            .anyMatch(connection -> !connection.settings().notices().receivers().isEmpty());
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
