package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The switchboard of faults: which kind strikes what, and how often. A regular expression chooses:
 * it is searched for in a request's path and query, in an event's type and the ids of its targets
 * ({@code group.user_membership.add 00u... 00g...}), or in a group's id and name.
 */
public final class Faults {
  /**
   * An armed fault.
   *
   * @param kind what happens
   * @param path regular expression that chooses what is struck
   * @param left how many are still to be struck, -1 for all
   * @param value what the kind makes of it, see {@link Fault}
   */
  public record Armed(Fault kind, Pattern path, int left, long value) {}

  private final List<Armed> armed = new ArrayList<>();

  /** Lets a fault strike the next {@code count} (-1: all) that match. */
  public void arm(Fault kind, String pathRegex, int count) {
    arm(kind, pathRegex, count, 0);
  }

  /**
   * Lets a fault strike the next {@code count} (-1: all) that match.
   *
   * @param value what the kind makes of it, see {@link Fault}
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
    for (Armed fault : armed()) {
      if (fault.kind().ofRequests() && !striking.containsKey(fault.kind())) {
        strikes(fault.kind(), pathAndQuery).ifPresent(value -> striking.put(fault.kind(), value));
      }
    }
    return striking;
  }

  /** The value of the oldest fault of this kind that strikes {@code text}; it is used up by one. */
  synchronized OptionalLong strikes(Fault kind, String text) {
    for (int i = 0; i < armed.size(); i++) {
      Armed fault = armed.get(i);
      if (fault.kind() == kind && fault.path().matcher(text).find()) {
        useUp(i);
        return OptionalLong.of(fault.value());
      }
    }
    return OptionalLong.empty();
  }

  private void useUp(int index) {
    Armed fault = armed.get(index);
    if (fault.left() == 1) {
      armed.remove(index);
    } else if (fault.left() > 1) {
      armed.set(index, new Armed(fault.kind(), fault.path(), fault.left() - 1, fault.value()));
    }
  }
}
