package org.oktasync.config;

/**
 * What is done about groups.
 *
 * @param mode {@code on-the-fly} (same name, created when missing) or {@code off}
 * @param everyone whether groups that Okta makes by itself, such as Everyone, become Jira groups
 * @param keepUnownedMembers whether an adopted group, from then on, keeps the members that the
 *     product did not add; switched off later group by group
 * @param collision {@code refuse} or {@code adopt}: what happens when a group of that name exists
 *     in the target directory without a link
 * @param notFound {@code keep} or {@code delete}: what happens to a group that the product made
 *     once Okta no longer has it
 */
public record GroupSettings(
    String mode, boolean everyone, boolean keepUnownedMembers, String collision, String notFound) {
  public static final String ON_THE_FLY = "on-the-fly";
  public static final String OFF = "off";
  public static final String REFUSE = "refuse";
  public static final String ADOPT = "adopt";

  public static final String KEEP = "keep";
  public static final String DELETE = "delete";

  /** Safe defaults: a group that we did not make is left alone, and none is deleted. */
  public static final GroupSettings DEFAULTS =
      new GroupSettings(ON_THE_FLY, false, true, REFUSE, KEEP);
}
