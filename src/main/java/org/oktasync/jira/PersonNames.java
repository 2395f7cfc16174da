package org.oktasync.jira;

import org.oktasync.model.AccountName;

/**
 * The three names of a user record. Jira shows the display name alone, but Crowd keeps first and
 * last name beside it and fills only those that are blank; written together they never contradict.
 *
 * @param display the display name; never blank
 * @param first what stands before the first blank of the display name; empty when it has none
 * @param last the rest
 */
record PersonNames(String display, String first, String last) {
  /** The names that follow from a display name; from the account's name when it is blank. */
  static PersonNames of(String displayName, AccountName account) {
    String display = displayName.isBlank() ? account.value() : displayName;
    String[] parts = display.strip().split("\\s+", 2);
    return parts.length == 1
        ? new PersonNames(display, "", parts[0])
        : new PersonNames(display, parts[0], parts[1]);
  }
}
