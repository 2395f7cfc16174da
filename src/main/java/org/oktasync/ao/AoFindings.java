package org.oktasync.ao;

import static java.util.stream.Collectors.toSet;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.record.Finding;
import org.oktasync.record.Findings;
import org.oktasync.record.Page;

/** Findings in the database. */
public final class AoFindings implements Findings {
  private static final String READ = "ID,KIND,SOURCE_ID,SUBJECT,REASON,DETAIL";

  private final ActiveObjects ao;

  public AoFindings(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public Set<Finding> standing(long connectionId) {
    return rows(connectionId).keySet();
  }

  @Override
  public void settle(long connectionId, Set<Finding> now) {
    Set<Finding> wanted = now.stream().map(AoFindings::storable).collect(toSet());
    ao.executeInTransaction(
        () -> {
          Map<Finding, Long> before = rows(connectionId);
          Set<Finding> settled = new HashSet<>(before.keySet());
          settled.removeAll(wanted);
          delete(settled.stream().map(before::get).toList());
          insert(connectionId, wanted.stream().filter(one -> !before.containsKey(one)).toList());
          return null;
        });
  }

  @Override
  public Page<Finding> search(long connectionId, String text, long start, int limit) {
    Conditions wanted =
        new Conditions().and("CONNECTION_ID = ?", connectionId).andText(text, "SUBJECT_KEY");
    int total = ao.count(AoFinding.class, wanted.query("ID"));
    List<Finding> page = new ArrayList<>();
    ao.stream(
        AoFinding.class,
        wanted.page(READ, "KIND ASC, SUBJECT_KEY ASC, ID ASC", start, limit),
        row -> page.add(finding(row)));
    return new Page<>(total, start, page);
  }

  private Map<Finding, Long> rows(long connectionId) {
    Map<Finding, Long> rows = new HashMap<>();
    ao.stream(
        AoFinding.class,
        new Conditions().and("CONNECTION_ID = ?", connectionId).query(READ),
        row -> rows.put(finding(row), row.getID()));
    return rows;
  }

  private void delete(List<Long> ids) {
    for (List<Long> batch : Batch.of(ids)) {
      ao.deleteWithSQL(AoFinding.class, Batch.in("ID", batch.size()), batch.toArray());
    }
  }

  private void insert(long connectionId, List<Finding> findings) {
    for (List<Finding> batch : Batch.of(findings)) {
      ao.create(AoFinding.class, batch.stream().map(one -> columns(connectionId, one)).toList());
    }
  }

  private static Finding storable(Finding finding) {
    return new Finding(
        finding.kind(),
        finding.sourceId(),
        StoredText.storable(finding.subject()),
        finding.reason(),
        StoredText.storable(finding.detail()));
  }

  private static Map<String, Object> columns(long connectionId, Finding finding) {
    return Map.of(
        "CONNECTION_ID", connectionId,
        "KIND", finding.kind().label(),
        "SOURCE_ID", finding.sourceId(),
        "SUBJECT", finding.subject(),
        "SUBJECT_KEY", SearchKey.of(finding.subject()),
        "REASON", finding.reason(),
        "DETAIL", finding.detail());
  }

  private static Finding finding(AoFinding row) {
    return new Finding(
        StoredText.kind(row.getKind()),
        StoredText.orEmpty(row.getSourceId()),
        StoredText.orEmpty(row.getSubject()),
        StoredText.orEmpty(row.getReason()),
        StoredText.orEmpty(row.getDetail()));
  }
}
