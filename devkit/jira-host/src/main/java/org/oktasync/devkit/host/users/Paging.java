package org.oktasync.devkit.host.users;

import javax.servlet.http.HttpServletRequest;

/**
 * The part of a list that a REST call asks for.
 *
 * @param start the first entry, counted from 0
 * @param maximum how many entries at most
 */
record Paging(int start, int maximum) {

  private static final int DEFAULT = 50;
  private static final int MOST = 100;

  /** From {@code startAt} (0) and {@code maxResults} (50, never more than 100). */
  static Paging of(HttpServletRequest request) {
    int maximum = number(request, "maxResults", DEFAULT);
    return new Paging(
        Math.max(0, number(request, "startAt", 0)),
        maximum < 0 ? DEFAULT : Math.min(maximum, MOST));
  }

  /** A number of the query; the default when it is absent or no number. */
  static int number(HttpServletRequest request, String name, int absent) {
    String value = request.getParameter(name);
    return value != null && value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : absent;
  }

  /** A flag of the query; the default when it is absent. */
  static boolean flag(HttpServletRequest request, String name, boolean absent) {
    String value = request.getParameter(name);
    return value == null ? absent : Boolean.parseBoolean(value);
  }
}
