package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.search.query.entity.EntityQuery;

/** The limits of a query in SQL. */
final class Page {

  private Page() {}

  static String sql(Query<?> query) {
    return sql(query.getStartIndex(), query.getMaxResults());
  }

  /** The clause for a start, counted from 0, and a maximum that may be ALL_RESULTS. */
  static String sql(int start, int maximum) {
    String offset = start == 0 ? "" : " offset " + start;
    return maximum == EntityQuery.ALL_RESULTS ? offset : " limit " + maximum + offset;
  }
}
