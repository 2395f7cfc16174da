package org.oktasync.devkit.oktaorg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The API calls that arrived, newest last; the control pages are not counted. */
public final class RequestLog {
  private static final int KEPT = 50_000;

  /**
   * One call.
   *
   * @param method HTTP method
   * @param path path as it was sent, without the query
   * @param query query as it was sent, "" for none
   * @param bucket rate limit bucket that paid for it
   * @param status HTTP status of the answer
   */
  public record Entry(String method, String path, String query, String bucket, int status) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<String, Long> perBucket = new TreeMap<>();

  synchronized void add(Entry entry) {
    entries.add(entry);
    perBucket.merge(entry.bucket(), 1L, Long::sum);
    if (entries.size() > KEPT) {
      entries.remove();
    }
  }

  /** The last 50,000 calls, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** All calls since the start or the last {@link #clear()}, per bucket. */
  public synchronized Map<String, Long> perBucket() {
    return new TreeMap<>(perBucket);
  }

  /** The number of all calls since the start or the last {@link #clear()}. */
  public synchronized long count() {
    return perBucket.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Calls whose path matches a regular expression, per method and path. */
  public Map<String, Long> matching(String pathRegex) {
    return entries().stream()
        .filter(entry -> entry.path().matches(pathRegex))
        .collect(
            Collectors.groupingBy(
                entry -> entry.method() + " " + entry.path(), TreeMap::new, Collectors.counting()));
  }

  /** Forgets everything. */
  public synchronized void clear() {
    entries.clear();
    perBucket.clear();
  }
}
