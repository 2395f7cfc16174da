package org.oktasync.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.GroupSettings;
import org.oktasync.config.GuardrailSettings;
import org.oktasync.config.LeaverSettings;
import org.oktasync.config.MappingSettings;
import org.oktasync.config.UserSettings;
import org.oktasync.mapping.CorrelationRule;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.plan.GuardrailLimits;
import org.oktasync.plan.Policy;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.source.SyncScope;

/** What the settings of a connection mean to each part of a run. */
final class RunRules {
  private final ConnectionSettings settings;

  RunRules(ConnectionSettings settings) {
    this.settings = settings;
  }

  SyncScope scope() {
    boolean groups = settings.groups().mode().equals(GroupSettings.ON_THE_FLY);
    return new SyncScope(groups, settings.groups().everyone());
  }

  /** What is read for objects alone. */
  SyncScope objectScope() {
    return new SyncScope(objects().needsMemberships(), settings.groups().everyone());
  }

  /** What is read for accounts, groups, memberships and objects. */
  SyncScope scopeWithObjects() {
    SyncScope scope = scope();
    return new SyncScope(
        scope.memberships() || objects().needsMemberships(), scope.builtInGroups());
  }

  /** What is done about objects of Assets. */
  ObjectRules objects() {
    return new ObjectRules(settings.assets());
  }

  MappingProfile mapping() {
    MappingSettings mapping = settings.mapping();
    return new MappingProfile(
        mapping.username(),
        mapping.email(),
        mapping.displayName(),
        Set.copyOf(settings.users().inactiveStatuses()),
        settings.groups().everyone());
  }

  /**
   * What a run may do.
   *
   * @param now the moment from which the waiting time of deletions counts back
   */
  Policy policy(Instant now) {
    UserSettings users = settings.users();
    LeaverSettings leavers = settings.leavers();
    return new Policy(
        users.create() && users.mode().equals(UserSettings.CREATE_AND_UPDATE),
        users.update(),
        users.reactivate(),
        users.adopt().equals(UserSettings.ADOPT_NEVER) ? List.of() : correlation(),
        users.adopt().equals(UserSettings.ADOPT_AUTOMATIC),
        settings.groups().mode().equals(GroupSettings.ON_THE_FLY),
        settings.groups().collision().equals(GroupSettings.ADOPT),
        settings.groups().notFound().equals(GroupSettings.DELETE),
        !leavers.inactive().equals(LeaverSettings.KEEP),
        !leavers.notFound().equals(LeaverSettings.KEEP),
        leavers.inactive().equals(LeaverSettings.DELETE),
        leavers.notFound().equals(LeaverSettings.DELETE),
        now.minus(Duration.ofDays(leavers.deleteAfterDays())));
  }

  /** Who and what must be in a reading. */
  CanarySearch canaries() {
    return new CanarySearch(settings.guardrails().canary(), mapping());
  }

  /** The rules of first contact, in order. */
  List<CorrelationRule> correlation() {
    return settings.users().correlate().stream()
        .map(CorrelationRule::of)
        .flatMap(Optional::stream)
        .toList();
  }

  GuardrailLimits limits() {
    GuardrailSettings guardrails = settings.guardrails();
    return new GuardrailLimits(
        guardrails.maxDeactivations(),
        guardrails.maxRenames(),
        guardrails.maxDeletions(),
        guardrails.maxGroupDeletions(),
        guardrails.maxRemovals(),
        guardrails.maxRemovalsPerGroup(),
        guardrails.minUsers(),
        guardrails.minUsersPercent(),
        guardrails.seats(),
        guardrails.maxRetirements());
  }
}
