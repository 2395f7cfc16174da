package org.oktasync.fakes;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.oktasync.record.Finding;
import org.oktasync.record.Findings;
import org.oktasync.record.Page;

/** Findings in memory. */
public final class InMemoryFindings implements Findings {
  private final Map<Long, Set<Finding>> standing = new ConcurrentHashMap<>();

  @Override
  public Set<Finding> standing(long connectionId) {
    return standing.getOrDefault(connectionId, Set.of());
  }

  @Override
  public void settle(long connectionId, Set<Finding> now) {
    standing.put(connectionId, Set.copyOf(now));
  }

  @Override
  public Page<Finding> search(long connectionId, String text, long start, int limit) {
    List<Finding> found =
        standing(connectionId).stream()
            .filter(one -> Search.begins(one.subject(), text) || one.sourceId().equals(text))
            .sorted(
                Comparator.comparing((Finding one) -> one.kind().label())
                    .thenComparing(one -> one.subject().toLowerCase(Locale.ENGLISH)))
            .toList();
    return Search.page(found, start, limit);
  }
}
