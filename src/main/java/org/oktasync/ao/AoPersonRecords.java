package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.oktasync.model.EntityKind;
import org.oktasync.record.PersonRecords;
import org.oktasync.record.PersonTexts;

/**
 * What the database knows about single people. Whoever adds a table that names people adds it here,
 * and to the test that looks for the texts of a forgotten person in all tables.
 */
public final class AoPersonRecords implements PersonRecords {
  private final ActiveObjects ao;
  private final PersonChanges changes;
  private final PersonObjects objects;

  public AoPersonRecords(ActiveObjects ao) {
    this.ao = ao;
    this.changes = new PersonChanges(ao);
    this.objects = new PersonObjects(ao);
  }

  @Override
  public Optional<PersonTexts> find(long connectionId, String sourceId) {
    Set<String> texts = new TreeSet<>();
    for (long plan : planIds(connectionId)) {
      changes.planned(plan, sourceId).forEach(row -> changes.addTexts(row, texts));
    }
    links(connectionId, sourceId)
        .forEach(
            row -> {
              texts.add(row.getName());
              texts.add(StoredText.orEmpty(row.getUserKey()));
            });
    takeOvers(connectionId, sourceId)
        .forEach(
            row -> {
              texts.add(row.getName());
              texts.add(StoredText.orEmpty(row.getUserKey()));
            });
    objects.addTexts(connectionId, sourceId, texts);
    findings(connectionId, sourceId)
        .forEach(row -> texts.add(StoredText.orEmpty(row.getSubject())));
    boolean known = !texts.isEmpty() || !members(connectionId, sourceId).isEmpty();
    texts.remove("");
    return known ? Optional.of(new PersonTexts(sourceId, texts)) : Optional.empty();
  }

  @Override
  public Set<Long> plans(long connectionId, String sourceId) {
    Set<Long> plans = new TreeSet<>(planIds(connectionId));
    plans.removeIf(plan -> changes.planned(plan, sourceId).isEmpty());
    return plans;
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is found by the texts goes before the rows in which the texts themselves are found.
   */
  @Override
  public Map<String, Long> forget(long connectionId, PersonTexts person) {
    String id = person.sourceId();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("runs", inRuns(connectionId, person));
    List<AoAddedMember> members = members(connectionId, id);
    ao.delete(members.toArray(AoAddedMember[]::new));
    counts.put("members", (long) members.size());
    List<AoFinding> findings = findings(connectionId, id);
    ao.delete(findings.toArray(AoFinding[]::new));
    counts.put("findings", (long) findings.size());
    List<AoTakeOver> takeOvers = takeOvers(connectionId, id);
    ao.delete(takeOvers.toArray(AoTakeOver[]::new));
    counts.put("takeOvers", (long) takeOvers.size());
    counts.put("results", inResults(connectionId, person));
    counts.put("changes", inPlans(connectionId, person));
    counts.put("objects", objects.forgetLinks(connectionId, person));
    return counts;
  }

  private long inRuns(long connectionId, PersonTexts person) {
    PersonMentions mentions = new PersonMentions(ao, person);
    Stream.of(ao.find(AoConnection.class, "ID = ?", connectionId)).forEach(mentions::forgetIn);
    Stream.of(ao.find(AoTakeOver.class, "CONNECTION_ID = ?", connectionId))
        .forEach(mentions::forgetIn);
    return Stream.of(ao.find(AoSyncRun.class, "CONNECTION_ID = ?", connectionId))
        .filter(mentions::forgetIn)
        .count();
  }

  private long inResults(long connectionId, PersonTexts person) {
    long count = 0;
    for (long run : ids(connectionId, "ID")) {
      List<AoChangeResult> rows = changes.results(run, person.sourceId());
      changes.forgetResults(rows);
      objects.forgetInResults(run, person);
      count += rows.size();
    }
    return count;
  }

  private long inPlans(long connectionId, PersonTexts person) {
    long count = 0;
    for (long plan : planIds(connectionId)) {
      List<AoPlannedChange> rows = changes.planned(plan, person.sourceId());
      changes.forget(rows);
      count += rows.size() + objects.forgetInPlan(plan, person);
    }
    return count;
  }

  private Set<Long> planIds(long connectionId) {
    return ids(connectionId, "PLAN_ID");
  }

  private Set<Long> ids(long connectionId, String column) {
    Set<Long> ids = new TreeSet<>();
    var query = new Conditions().and("CONNECTION_ID = ?", connectionId).query(column);
    ao.stream(
        AoSyncRun.class,
        query,
        row -> ids.add(column.equals("ID") ? row.getID() : row.getPlanId()));
    return ids;
  }

  private List<AoLink> links(long connectionId, String sourceId) {
    String own = "SOURCE_ID = ? AND CONNECTION_ID = ? AND KIND = ?";
    String kind = EntityKind.USER.label();
    return Stream.of(ao.find(AoLink.class, own, sourceId, connectionId, kind))
        .filter(row -> row.getSourceId().equals(sourceId))
        .toList();
  }

  private List<AoFinding> findings(long connectionId, String sourceId) {
    String own = "CONNECTION_ID = ? AND SOURCE_ID = ?";
    return Stream.of(ao.find(AoFinding.class, own, connectionId, sourceId))
        .filter(row -> sourceId.equals(row.getSourceId()))
        .filter(row -> !EntityKind.GROUP.label().equals(row.getKind()))
        .toList();
  }

  private List<AoTakeOver> takeOvers(long connectionId, String sourceId) {
    return Stream.of(ao.find(AoTakeOver.class, "CONNECTION_ID = ?", connectionId))
        .filter(row -> sourceId.equals(row.getSourceId()))
        .toList();
  }

  /** Links of groups know who was added by us; ids of one organisation are unique in it. */
  private List<AoAddedMember> members(long connectionId, String sourceId) {
    List<AoAddedMember> own = new ArrayList<>();
    for (AoAddedMember row : ao.find(AoAddedMember.class, "SOURCE_ID = ?", sourceId)) {
      boolean ofTheConnection =
          ao.count(AoLink.class, "ID = ? AND CONNECTION_ID = ?", row.getLinkId(), connectionId) > 0;
      if (ofTheConnection && row.getSourceId().equals(sourceId)) {
        own.add(row);
      }
    }
    return own;
  }
}
