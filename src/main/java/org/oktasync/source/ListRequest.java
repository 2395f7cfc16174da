package org.oktasync.source;

/**
 * A list that is wanted.
 *
 * @param address path and query; characters that an address cannot hold may stand in the query as
 *     they are
 * @param pageSize objects for each call, a hint; 0 for what the address says or the source does
 *     best
 * @param dataLimit the most objects to read; 0 for all
 */
public record ListRequest(String address, int pageSize, long dataLimit) {
  public ListRequest {
    if (pageSize < 0 || dataLimit < 0) {
      throw new IllegalArgumentException("neither page size nor data limit may be negative");
    }
  }

  /** The whole list at an address. */
  public static ListRequest of(String address) {
    return new ListRequest(address, 0, 0);
  }

  /** The same with so many objects for each call. */
  public ListRequest withPageSize(int size) {
    return new ListRequest(address, size, dataLimit);
  }

  /** The same with at most so many objects. */
  public ListRequest withDataLimit(long most) {
    return new ListRequest(address, pageSize, most);
  }
}
