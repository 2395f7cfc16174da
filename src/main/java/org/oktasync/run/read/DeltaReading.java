package org.oktasync.run.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.DesiredState;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.ReadingFacts;
import org.oktasync.record.Finding;
import org.oktasync.record.Pending;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;
import org.oktasync.run.assets.ListPart;
import org.oktasync.run.assets.ListedThings;
import org.oktasync.run.assets.PeopleReading;
import org.oktasync.run.assets.Referrers;
import org.oktasync.run.rules.CanarySearch;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;

/** The people and groups of a delta, on both sides. */
class DeltaReading extends RunReading {
  /** Calls for a list in which something is known to have changed. */
  private static final int HANDFUL = 5;

  /** Calls for a list in which nothing need have changed. */
  private static final int UNTOLD = 1;

  private final SourceDelta delta;
  private final DeltaPeople people;
  private final DeltaGroups groups;
  private final DeltaCurrent current;
  private final SyncState before;
  private final Instant idScanAt;
  private final long linkedAccounts;
  private final List<IncompleteList> idLists;
  private final Set<ThingKind> things;
  private final List<Message> notices = new ArrayList<>();

  /**
   * @param before the state that the delta goes on from
   * @param idScanAt when was last asked who still exists, this reading included
   * @param idLists lists of ids that did not come whole
   * @param linkedAccounts how many accounts are the connection's, active or not
   * @param things the kinds of things that objects of people name
   */
  DeltaReading(
      SourceDelta delta,
      DeltaPeople people,
      DeltaGroups groups,
      DeltaCurrent current,
      SyncState before,
      Instant idScanAt,
      List<IncompleteList> idLists,
      long linkedAccounts,
      Set<ThingKind> things) {
    this.delta = delta;
    this.people = people;
    this.groups = groups;
    this.current = current;
    this.before = before;
    this.idScanAt = idScanAt;
    this.idLists = idLists;
    this.linkedAccounts = linkedAccounts;
    this.things = things;
  }

  @Override
  public String mode() {
    return SyncRun.INCREMENTAL;
  }

  @Override
  public Optional<PeopleReading> people(
      IdentitySource source, Referrers referrers, StopSignal stop) {
    ChangedPeople changed = new ChangedPeople(delta, before, source, referrers, things, stop);
    Optional<PeopleReading> all = changed.all();
    notices.addAll(changed.notices());
    return all;
  }

  /**
   * A list of whose changes nobody tells is looked at as long as it costs next to nothing. Objects
   * with which the last run failed are looked at whatever changed.
   */
  @Override
  public ListPart part(ObjectMapping mapping) {
    if (mapping.mapsPeople()) {
      return mapping.search().isEmpty() ? ListPart.ALL : ListPart.WAITS;
    }
    Set<String> again = Set.copyOf(before.pending().of(mapping.name()));
    if (ListedThings.areGroups(mapping)) {
      return anyGroup() ? ListPart.ALL : some(again);
    }
    Optional<ThingKind> kind = ListedThings.kindOf(mapping);
    return kind.flatMap(delta::changesOf)
        .map(changes -> part(kind.get(), changes, again))
        .orElse(new ListPart.Short(UNTOLD, again, HANDFUL));
  }

  private static ListPart part(ThingKind kind, ThingChanges changes, Set<String> again) {
    Set<String> ids = new HashSet<>(again);
    if (kind == ThingKind.ROLES) {
      return changes.any() || !again.isEmpty()
          ? new ListPart.Short(HANDFUL, Set.of(), 0)
          : ListPart.NOTHING;
    }
    ids.addAll(changes.things());
    return some(ids);
  }

  private static ListPart some(Set<String> ids) {
    return ids.isEmpty() ? ListPart.NOTHING : new ListPart.Some(ids, HANDFUL);
  }

  private boolean anyGroup() {
    try (Cursor<SourceGroup> changed = delta.groups()) {
      return changed.hasNext();
    }
  }

  @Override
  public DesiredState desired() {
    return new DeltaDesired(people, groups);
  }

  @Override
  public CurrentState current() {
    return current;
  }

  @Override
  public boolean covers(Finding finding) {
    if (finding.kind() == EntityKind.OBJECT) {
      return false;
    }
    ExternalId id = new ExternalId(finding.sourceId());
    return finding.kind() == EntityKind.GROUP
        ? groups.ids().contains(id)
        : people.ids().contains(id);
  }

  @Override
  public ReadingFacts facts(CanarySearch canaries) {
    return new ReadingFacts(false, 0, false, List.of());
  }

  /** A share of the few people of a delta would say nothing. */
  @Override
  public PlanSummary judgedBy(PlanSummary planned) {
    return planned.ownedOf(
        Map.of(
            EntityKind.USER, before.ownedUsers(), EntityKind.MEMBERSHIP, before.ownedMemberships()),
        linkedAccounts);
  }

  @Override
  public List<IncompleteList> incomplete() {
    List<IncompleteList> lists = new ArrayList<>(delta.incomplete());
    lists.addAll(groups.incomplete());
    lists.addAll(idLists);
    return lists;
  }

  @Override
  public List<String> offCount() {
    return delta.offCount();
  }

  @Override
  public List<Message> notices() {
    List<Message> all = new ArrayList<>(delta.notices());
    all.addAll(notices);
    return all;
  }

  @Override
  public Optional<SyncState> earned(PlanSummary planned) {
    PlanSummary judged = judgedBy(planned);
    return delta
        .token()
        .filter(token -> groups.incomplete().isEmpty())
        .map(
            token ->
                new SyncState(
                    before.settingsVersion(),
                    token.value(),
                    before.fullAt(),
                    idScanAt,
                    Owned.usersAfter(judged),
                    Owned.membershipsAfter(judged),
                    Pending.NONE,
                    false));
  }

  @Override
  public void close() {
    delta.close();
  }
}
