package org.oktasync.config;

/**
 * What is done about an object whose source object is gone. Only objects that the connection owns
 * are concerned, and never after an incomplete reading. Days and runs must both have passed.
 *
 * @param action {@code status}, {@code ignore}, {@code archive} or {@code delete}
 * @param status the name of the status that is given to it, when the action is {@code status}
 * @param afterDays after how many days without the source object, from 0
 * @param afterRuns after how many complete runs without the source object, from 1
 */
public record MissingSettings(String action, String status, int afterDays, int afterRuns) {
  public static final String STATUS = "status";
  public static final String IGNORE = "ignore";
  public static final String ARCHIVE = "archive";
  public static final String DELETE = "delete";

  /** Safe default: the object stays and says that it is no longer in Okta. */
  public static final MissingSettings DEFAULTS = new MissingSettings(STATUS, "Not in Okta", 0, 1);
}
