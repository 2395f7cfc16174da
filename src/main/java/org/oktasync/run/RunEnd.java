package org.oktasync.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.config.Connection;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.model.TakeOver;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.MergeJoin;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Phase;
import org.oktasync.record.Finding;
import org.oktasync.record.Mark;
import org.oktasync.record.Pending;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.read.RunReading;

/** Records what became of a run once its plan is applied. */
final class RunEnd {
  /** So many changes that were not applied are looked at again one by one. */
  private static final int PENDING = 1_000;

  /** For more people than this, all links are read instead. */
  private static final int ONE_BY_ONE = 200;

  private static final Set<Operation> ABOUT_MISSING =
      Set.of(Operation.RETIRE, Operation.ARCHIVE, Operation.DELETE);

  private final RunPorts ports;
  private final Clock clock;

  RunEnd(RunPorts ports, Clock clock) {
    this.ports = ports;
    this.clock = clock;
  }

  /**
   * The run as it ended, stored.
   *
   * @param notices what was learned while the plan was applied
   */
  SyncRun finish(
      SyncRun run, Connection connection, PlanExecutor.Outcome outcome, List<Message> notices) {
    boolean failures =
        Arrays.stream(EntityKind.values())
            .anyMatch(kind -> outcome.counts().get(kind, Tally.FAILED) > 0);
    boolean partial =
        failures
            || outcome.inPart()
            || !run.incomplete().isEmpty()
            || outcome.brokeOff().isPresent();
    SyncRun stored = ports.journal().find(run.id()).orElse(run);
    List<Message> all = new ArrayList<>(stored.notices());
    all.addAll(notices);
    SyncRun finished =
        stored
            .with()
            .state(state(run, partial, outcome.brokeOff()))
            .counts(outcome.counts())
            .message(outcome.brokeOff().orElse(stored.message()))
            .notices(all)
            .finishedAt(clock.instant())
            .build();
    settleState(
        finished,
        new ObjectRules(connection.settings().assets(), () -> ports.memory(connection).types()));
    if (outcome.brokeOff().isPresent()) {
      ports.states().objectsBehind(run.connectionId());
    }
    spendWords(run.connectionId());
    ports.journal().update(finished);
    return finished;
  }

  /** Whoever is linked by now has taken over what they were to. */
  private void spendWords(long connectionId) {
    List<TakeOver> words = ports.takeOvers().waiting(connectionId);
    List<ExternalId> spent =
        words.size() > ONE_BY_ONE
            ? linkedAmong(words, connectionId)
            : words.stream()
                .map(TakeOver::sourceId)
                .filter(id -> ports.links().find(connectionId, EntityKind.USER, id).isPresent())
                .toList();
    ports.takeOvers().forget(connectionId, spent);
  }

  private List<ExternalId> linkedAmong(List<TakeOver> words, long connectionId) {
    List<ExternalId> linked = new ArrayList<>();
    try (Cursor<Link> links = ports.links().links(connectionId, EntityKind.USER)) {
      MergeJoin.run(
          words.iterator(),
          TakeOver::sourceId,
          links,
          Link::externalId,
          (id, word, link) -> {
            if (word != null && link != null) {
              linked.add(id);
            }
          });
    }
    return linked;
  }

  /** A run that is about objects alone has failed when Assets could not be worked with. */
  private static RunState state(SyncRun run, boolean partial, Optional<Message> brokeOff) {
    if (brokeOff.isPresent() && !run.extent().directory()) {
      return RunState.FAILED;
    }
    return partial ? RunState.PARTIAL : RunState.SUCCEEDED;
  }

  /**
   * What was read is dealt with, and need not be read again, but for what failed or was left out.
   * When that is too much to be remembered one by one, the next run begins where this one did;
   * objects alone are no reason for that.
   */
  private void settleState(SyncRun run, ObjectRules rules) {
    List<PlannedChange> unsettled = ports.journal().unsettled(run.id(), PENDING + 1);
    boolean many = unsettled.size() > PENDING;
    List<PlannedChange> ofDirectory =
        unsettled.stream().filter(change -> change.row().kind() != EntityKind.OBJECT).toList();
    if (ofDirectory.size() > PENDING) {
      return;
    }
    List<PlannedChange> again = many ? ofDirectory : unsettled;
    ports
        .states()
        .settle(
            run.connectionId(),
            run.planId(),
            new Pending(
                ids(again, row -> isOfPerson(row, rules), ChangeRow::sourceId),
                ids(ofDirectory, row -> row.kind() != EntityKind.USER, RunEnd::groupOf),
                ofLists(again, rules)));
    if (many) {
      ports.states().objectsBehind(run.connectionId());
    }
  }

  private static boolean isOfPerson(ChangeRow row, ObjectRules rules) {
    return row.kind() == EntityKind.OBJECT
        ? hasSource(row)
            && rules.mappingOf(row.object()).filter(ObjectMapping::mapsPeople).isPresent()
        : row.kind() != EntityKind.GROUP;
  }

  private static boolean hasSource(ChangeRow row) {
    return !row.sourceId().startsWith("-");
  }

  /** Objects of lists by the headings of their mappings; what is missing only full runs judge. */
  private static Map<String, List<String>> ofLists(List<PlannedChange> changes, ObjectRules rules) {
    Map<String, Set<String>> ids = new TreeMap<>();
    changes.stream()
        .map(PlannedChange::row)
        .filter(row -> row.kind() == EntityKind.OBJECT && hasSource(row))
        .filter(row -> !ABOUT_MISSING.contains(row.operation()))
        .forEach(
            row ->
                rules
                    .mappingOf(row.object())
                    .filter(mapping -> !mapping.mapsPeople())
                    .map(mapping -> ids.computeIfAbsent(mapping.name(), any -> new TreeSet<>()))
                    .ifPresent(of -> of.add(row.sourceId())));
    Map<String, List<String>> lists = new TreeMap<>();
    ids.forEach((heading, some) -> lists.put(heading, List.copyOf(some)));
    return lists;
  }

  private static List<String> ids(
      List<PlannedChange> changes, Predicate<ChangeRow> wanted, Function<ChangeRow, String> id) {
    return changes.stream()
        .map(PlannedChange::row)
        .filter(wanted)
        .map(id)
        .distinct()
        .sorted()
        .toList();
  }

  private static String groupOf(ChangeRow row) {
    return row.kind() == EntityKind.GROUP ? row.sourceId() : row.groupId();
  }

  /**
   * The plan is applied; what was not looked at stands as it stood.
   *
   * @param objects whether all objects were looked at
   */
  void settleFindings(long connectionId, RunReading reading, boolean objects) {
    Set<Finding> settled = new HashSet<>(reading.leftAlone());
    ports.findings().standing(connectionId).stream()
        .filter(finding -> !covers(finding, reading, objects))
        .forEach(settled::add);
    ports.findings().settle(connectionId, settled);
  }

  private static boolean covers(Finding finding, RunReading reading, boolean objects) {
    return finding.kind() == EntityKind.OBJECT ? objects : reading.covers(finding);
  }

  /** Adds what a stored plan leaves alone to what is standing, so that the next run is quiet. */
  void settleFindings(SyncRun run) {
    if (run.mode().equals(SyncRun.UNDO)) {
      return; // what an undo leaves alone is no matter of the next sync
    }
    Set<Finding> findings = new HashSet<>(ports.findings().standing(run.connectionId()));
    addLeftAlone(run, run.mark(), Phase.PREPARE, findings);
    addLeftAlone(run, new Mark(Phase.OBJECTS, 0), Phase.OBJECTS, findings);
    ports.findings().settle(run.connectionId(), findings);
  }

  private void addLeftAlone(SyncRun run, Mark after, Phase phase, Set<Finding> findings) {
    try (Cursor<PlannedChange> changes = ports.plans().changes(run.planId(), after)) {
      PlannedChange next = changes.hasNext() ? changes.next() : null;
      while (next != null && next.phase() == phase) {
        if (next.row().toChange() instanceof Change.LeaveAlone left) {
          findings.add(FindingFilter.finding(left));
        }
        next = changes.hasNext() ? changes.next() : null;
      }
    }
  }
}
