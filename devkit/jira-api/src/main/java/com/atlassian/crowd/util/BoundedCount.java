package com.atlassian.crowd.util;

/** A count that is exact or only a lower bound. */
public class BoundedCount {
  private final long count;
  private final boolean exact;

  private BoundedCount(long count, boolean exact) {
    this.count = count;
    this.exact = exact;
  }

  public static BoundedCount exactly(long count) {
    return new BoundedCount(count, true);
  }

  public static BoundedCount atLeast(long count) {
    return new BoundedCount(count, false);
  }

  public long getCount() {
    return count;
  }

  public boolean isExact() {
    return exact;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoundedCount that && count == that.count && exact == that.exact;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count) * 31 + Boolean.hashCode(exact);
  }

  @Override
  public String toString() {
    return (exact ? "" : "at least ") + count;
  }
}
