package org.oktasync.run.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.GroupSettings;
import org.oktasync.config.GuardrailSettings;
import org.oktasync.config.LeaverSettings;
import org.oktasync.config.ScopeSettings;
import org.oktasync.config.UserSettings;
import org.oktasync.mapping.AccountMapping;
import org.oktasync.mapping.AttributeMapping;
import org.oktasync.mapping.CorrelationRule;
import org.oktasync.mapping.GroupMapping;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.mapping.Reach;
import org.oktasync.mapping.ScopeRules;
import org.oktasync.model.AccountName;
import org.oktasync.model.NamePatterns;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.GroupPolicy;
import org.oktasync.plan.GuardrailLimits;
import org.oktasync.plan.LeadPolicy;
import org.oktasync.plan.LeaverPolicy;
import org.oktasync.plan.Leavers;
import org.oktasync.plan.Policy;
import org.oktasync.plan.WaitingTimes;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SyncScope;

/** What the settings of a connection mean to each part of a run. */
public final class RunRules {
  private final ConnectionSettings settings;
  private final ObjectRules objects;

  public RunRules(ConnectionSettings settings) {
    this.settings = settings;
    this.objects = new ObjectRules(settings.assets());
  }

  /** What of the source is read. */
  public SyncScope scope() {
    GroupMapping groups = groups();
    return new SyncScope(
            groups.any(), settings.groups().everyone(), people(), groups::needsMembersOf)
        .following(objects.things());
  }

  /** What is read for objects alone. */
  public SyncScope objectScope() {
    return new SyncScope(objects().needsMemberships(), settings.groups().everyone())
        .about(people());
  }

  /** What is read for accounts, groups, memberships and objects. */
  public SyncScope scopeWithObjects() {
    SyncScope scope = scope();
    SyncScope all = objectScope();
    return new SyncScope(
        scope.memberships() || all.memberships(),
        scope.builtInGroups(),
        scope.people(),
        group -> scope.wantsMembers(group) || all.wantsMembers(group),
        scope.things());
  }

  /** What is done about objects of Assets. */
  public ObjectRules objects() {
    return objects;
  }

  /**
   * What is counted when somebody asks how many people are meant: what is read, narrowed by the
   * statuses that are wanted, as far as the source can count so.
   */
  public SyncScope countedScope() {
    SyncScope scope = scope();
    if (settings.scope().statuses().isEmpty()) {
      return scope;
    }
    String statuses =
        settings.scope().statuses().stream()
            .sorted()
            .map(status -> "status eq \"" + status + "\"")
            .collect(Collectors.joining(" or "));
    PeopleScope narrowed = scope.people();
    if (narrowed.everyone()) {
      narrowed = new PeopleScope.Filter(statuses);
    } else if (narrowed instanceof PeopleScope.Search search) {
      narrowed = new PeopleScope.Search("(" + search.expression() + ") and (" + statuses + ")");
    } else if (narrowed instanceof PeopleScope.Filter filter) {
      narrowed = new PeopleScope.Filter("(" + filter.expression() + ") and (" + statuses + ")");
    }
    return scope.about(narrowed);
  }

  /**
   * Who of those people counts, where that can be seen only in the people themselves; empty when
   * all of them do.
   */
  public Optional<Predicate<SourceUser>> counted() {
    ScopeSettings scope = settings.scope();
    boolean asWhole = countedScope().people().equals(people());
    if (scope.excluded().isEmpty() && (scope.statuses().isEmpty() || !asWhole)) {
      return Optional.empty();
    }
    AccountMapping mapping = mapping().people();
    return Optional.of(user -> mapping.account(user).reach() == Reach.IN_SCOPE);
  }

  private PeopleScope people() {
    ScopeSettings scope = settings.scope();
    return switch (scope.people()) {
      case ScopeSettings.GROUPS -> new PeopleScope.MembersOf(Set.copyOf(scope.groups()));
      case ScopeSettings.APPLICATION -> new PeopleScope.UsersOf(scope.application());
      case ScopeSettings.SEARCH -> new PeopleScope.Search(scope.expression());
      case ScopeSettings.FILTER -> new PeopleScope.Filter(scope.expression());
      default -> PeopleScope.EVERYONE;
    };
  }

  /** How people and groups of the source become accounts and groups. */
  public MappingProfile mapping() {
    // Settings were checked when they were saved: nothing is wrong with them.
    List<AttributeMapping> attributes =
        new MappingReader(new ArrayList<>()).read(settings.mapping());
    AccountMapping people =
        new AccountMapping(
            attributes, Set.copyOf(settings.users().inactiveStatuses()), scopeRules());
    return new MappingProfile(people, groups());
  }

  private GroupMapping groups() {
    return new GroupReader(new ArrayList<>()).read(settings.groups());
  }

  private ScopeRules scopeRules() {
    ScopeSettings scope = settings.scope();
    return new ScopeRules(Set.copyOf(scope.statuses()), new NamePatterns(scope.excluded()));
  }

  private GroupPolicy groupPolicy() {
    GroupSettings groups = settings.groups();
    return new GroupPolicy(
        groups().any(),
        groups.collision().equals(GroupSettings.ADOPT),
        groups.collision().equals(GroupSettings.SUFFIX) ? groups.suffix() : "",
        groups.renamed().equals(GroupSettings.COPY),
        groups.neverRemove(),
        groups.notFound().equals(GroupSettings.DELETE));
  }

  private Leavers leavers() {
    LeaverSettings leavers = settings.leavers();
    Map<String, LeaverPolicy> byStatus = new HashMap<>();
    leavers.byStatus().forEach(rule -> byStatus.put(rule.status(), policy(rule.policy())));
    return new Leavers(
        policy(leavers.inactive()),
        byStatus,
        policy(leavers.outOfScope()),
        policy(leavers.notFound()),
        new NamePatterns(leavers.keepGroups()));
  }

  /** Who takes the places of leads. */
  public LeadPolicy leads() {
    LeaverSettings leavers = settings.leavers();
    return new LeadPolicy(name(leavers.projectLead()), name(leavers.componentLead()));
  }

  private static Optional<AccountName> name(String text) {
    return Optional.of(text).filter(name -> !name.isBlank()).map(AccountName::new);
  }

  /** Settings were checked when they were saved; in doubt nobody loses anything. */
  private static LeaverPolicy policy(String label) {
    return LeaverPolicy.of(label).orElse(LeaverPolicy.KEEP);
  }

  /**
   * What a run may do.
   *
   * @param now the moment from which waiting times count back
   */
  public Policy policy(Instant now) {
    UserSettings users = settings.users();
    return new Policy(
        users.create() && users.mode().equals(UserSettings.CREATE_AND_UPDATE),
        users.update(),
        users.reactivate(),
        users.adopt().equals(UserSettings.ADOPT_NEVER) ? List.of() : correlation(),
        users.adopt().equals(UserSettings.ADOPT_AUTOMATIC),
        !users.adopt().equals(UserSettings.ADOPT_NEVER),
        groupPolicy(),
        leavers(),
        leads(),
        waiting(now));
  }

  /** How long accounts wait before something is taken from them. */
  public WaitingTimes waiting(Instant now) {
    LeaverSettings leavers = settings.leavers();
    return new WaitingTimes(
        now,
        zone(),
        Duration.ofDays(leavers.grace().inactive()),
        Duration.ofDays(leavers.grace().outOfScope()),
        Duration.ofDays(leavers.grace().notFound()),
        Duration.ofDays(leavers.deleteAfterDays()));
  }

  /** Days are told in the time zone of the schedule, else in Jira's. */
  private ZoneId zone() {
    String zone = settings.schedule().zone();
    return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
  }

  /**
   * Since when an account must have waited to be deactivated to have waited long enough for any
   * event; empty when none waits.
   */
  public Optional<Instant> leavingSince(Instant now) {
    WaitingTimes times = waiting(now);
    return Stream.of(times.inactive(), times.outOfScope(), times.notFound())
        .filter(time -> !time.isZero())
        .min(Comparator.naturalOrder())
        .map(now::minus);
  }

  /** Who and what must be in a reading. */
  public CanarySearch canaries() {
    return new CanarySearch(settings.guardrails().canary(), mapping());
  }

  /** The rules of first contact, in order. */
  public List<CorrelationRule> correlation() {
    return settings.users().correlate().stream()
        .map(CorrelationRule::of)
        .flatMap(Optional::stream)
        .toList();
  }

  /** What a plan must keep to be applied without being asked. */
  public GuardrailLimits limits() {
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
