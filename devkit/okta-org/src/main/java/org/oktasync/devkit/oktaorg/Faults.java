package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The switchboard of faults: which kind strikes which of the coming requests, and how often. */
public final class Faults {
  /**
   * An armed fault.
   *
   * @param kind what happens
   * @param path regular expression, searched for in path and query
   * @param left requests still to strike, -1 for all
   * @param value seconds or milliseconds, for the kinds that know one
   */
  public record Armed(Fault kind, Pattern path, int left, long value) {}

  private final List<Armed> armed = new ArrayList<>();

  /** Lets a fault strike the next {@code count} requests (-1: all) whose path and query match. */
  public void arm(Fault kind, String pathRegex, int count) {
    arm(kind, pathRegex, count, 0);
  }

  /**
   * Lets a fault strike the next {@code count} requests (-1: all) whose path and query match.
   *
   * @param value seconds or milliseconds, see {@link Fault}
   * @throws IllegalArgumentException if count is 0 or below -1, or the expression is malformed
   */
  public synchronized void arm(Fault kind, String pathRegex, int count, long value) {
    if (count == 0 || count < -1) {
      throw new IllegalArgumentException("count must be positive, or -1 for all: " + count);
    }
    armed.add(new Armed(kind, Pattern.compile(pathRegex), count, value));
  }

  /** What is armed now, oldest first. */
  public synchronized List<Armed> armed() {
    return List.copyOf(armed);
  }

  /** Ends all faults. */
  public synchronized void clear() {
    armed.clear();
  }

  /** The faults that strike this request with their values; each is used up by one. */
  synchronized Map<Fault, Long> take(String pathAndQuery) {
    Map<Fault, Long> striking = new EnumMap<>(Fault.class);
    for (int i = 0; i < armed.size(); i++) {
      Armed fault = armed.get(i);
      if (!striking.containsKey(fault.kind()) && fault.path().matcher(pathAndQuery).find()) {
        striking.put(fault.kind(), fault.value());
        if (fault.left() > 0) {
          armed.set(i, new Armed(fault.kind(), fault.path(), fault.left() - 1, fault.value()));
        }
      }
    }
    armed.removeIf(fault -> fault.left() == 0);
    return striking;
  }
}
