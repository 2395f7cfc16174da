package org.oktasync.devkit.host.users;

/**
 * Which of two readings of Jira's behaviour holds where the evidence is old: the strict one, as
 * Jira's own tables were seen to work, or the lenient one, as Crowd promises it.
 *
 * @param strict over-long values are database errors, new accounts get keys that are unlike their
 *     names, lists of names come folded and unsorted, groups cannot be renamed
 */
record Reading(boolean strict) {

  /** Characters in each text column of the directory tables. */
  static final int WIDTH = 255;

  /** The value as it goes into a column: cut to the width when lenient, null stays null. */
  String fit(String value) {
    return strict || value == null || value.length() <= WIDTH ? value : value.substring(0, WIDTH);
  }

  /** The order of a list that Jira does not promise to sort. */
  String order(String idColumn, String nameColumn) {
    return " order by " + (strict ? idColumn : nameColumn);
  }
}
