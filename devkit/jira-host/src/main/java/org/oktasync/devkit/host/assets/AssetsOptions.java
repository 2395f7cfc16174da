package org.oktasync.devkit.host.assets;

/**
 * How the stand-in's Assets behaves.
 *
 * @param on whether the app is enabled when the host starts; disabled, its addresses answer 404
 * @param strict the strict reading where public evidence is in doubt: labels of objects have no
 *     reserved characters, objects are named by number and not by key, a text is shorter than 255
 *     characters, descriptions are short, and what an update of a type or attribute leaves out
 *     falls back to its default
 * @param roleCalls whether the calls for the roles of a schema are offered; Atlassian's description
 *     of 11.3 does not name them
 * @param objectLimit how many objects the site may have; {@link #UNLIMITED} for any number
 */
public record AssetsOptions(boolean on, boolean strict, boolean roleCalls, int objectLimit) {
  /** No limit to the number of objects. */
  public static final int UNLIMITED = -1;

  /** A Jira without Assets. */
  public static final AssetsOptions OFF = new AssetsOptions(false, false, true, UNLIMITED);

  /** Assets, enabled. */
  public static final AssetsOptions ON = new AssetsOptions(true, false, true, UNLIMITED);

  /** Assets, enabled, in the strict reading. */
  public static final AssetsOptions STRICT = new AssetsOptions(true, true, true, UNLIMITED);

  /** The same with or without the calls for roles. */
  public AssetsOptions withRoleCalls(boolean value) {
    return new AssetsOptions(on, strict, value, objectLimit);
  }

  /** The same with a limit to the number of objects. */
  public AssetsOptions withObjectLimit(int value) {
    return new AssetsOptions(on, strict, roleCalls, value);
  }
}
