package org.oktasync.devkit.host.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What goes wrong on demand, on this node: a regular expression chooses calls by method and path,
 * for example {@link #WRITES}. Also counts the calls, and takes the app out of service.
 */
public final class AssetsFaults {
  /** Every call that changes something. */
  public static final String WRITES = "^(POST|PUT|DELETE) (?!/object/navlist)";

  /** What goes wrong. */
  public enum Kind {
    /** 500, and nothing is done. */
    ERROR_BEFORE,
    /** It is done, but 500 is answered. */
    ERROR_AFTER,
    /** It is done, but the connection ends without an answer. */
    LOST_ANSWER,
    /** The connection ends, and nothing is done. */
    UNREACHABLE,
    /** 429 with {@code Retry-After: value}, and nothing is done. */
    TOO_MANY_REQUESTS,
    /** 503 with a gateway's page, and nothing is done. */
    UNAVAILABLE,
    /** {@code value} milliseconds pass first. */
    SLOW
  }

  /**
   * A fault that waits.
   *
   * @param skip how many calls that match are spared first
   * @param left how many are struck then, -1 for all
   * @param value see {@link Kind}
   */
  public record Armed(Kind kind, Pattern call, int skip, int left, long value) {
    private Armed with(int spared, int toStrike) {
      return new Armed(kind, call, spared, toStrike, value);
    }
  }

  private final List<Armed> armed = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private boolean enabled;

  AssetsFaults(boolean enabled) {
    this.enabled = enabled;
  }

  /** Whether the app is in service. */
  public synchronized boolean isEnabled() {
    return enabled;
  }

  /** Takes the app out of service, or brings it back. */
  public synchronized void setEnabled(boolean value) {
    enabled = value;
  }

  /**
   * Lets calls go wrong.
   *
   * @param callRegex searched for in method and path, for example {@code "^PUT /object/"}
   * @param skip how many calls that match are spared first
   * @param count how many are struck then, -1 for all
   * @throws IllegalArgumentException for a malformed expression or numbers that mean nothing
   */
  public synchronized void arm(Kind kind, String callRegex, int skip, int count, long value) {
    if (skip < 0 || count < -1 || count == 0) {
      throw new IllegalArgumentException("Not a number of calls: " + skip + ", " + count);
    }
    armed.add(new Armed(kind, Pattern.compile(callRegex), skip, count, value));
  }

  /** Ends all faults. */
  public synchronized void clear() {
    armed.clear();
  }

  /** What is armed. */
  public synchronized List<Armed> armed() {
    return List.copyOf(armed);
  }

  /** How often each call was made, by method and pattern, for example {@code PUT /object/{id}}. */
  public synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /** Forgets the counts. */
  public synchronized void forgetCounts() {
    counts.clear();
  }

  synchronized void count(String call) {
    counts.merge(call, 1, Integer::sum);
  }

  /** The faults that strike a call; each is used up by one. */
  synchronized List<Armed> strike(String call) {
    List<Armed> striking = new ArrayList<>();
    List<Armed> rest = new ArrayList<>();
    for (Armed fault : armed) {
      if (!fault.call().matcher(call).find()) {
        rest.add(fault);
      } else if (fault.skip() > 0) {
        rest.add(fault.with(fault.skip() - 1, fault.left()));
      } else {
        striking.add(fault);
        if (fault.left() != 1) {
          rest.add(fault.with(0, fault.left() == -1 ? -1 : fault.left() - 1));
        }
      }
    }
    armed.clear();
    armed.addAll(rest);
    return striking;
  }
}
