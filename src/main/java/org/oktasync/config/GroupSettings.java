package org.oktasync.config;

import java.util.List;

/**
 * What is done about groups.
 *
 * @param mode {@code on-the-fly} (groups of Okta become groups of Jira), {@code manual} (only what
 *     {@code map} says) or {@code off}
 * @param everyone whether groups that Okta makes by itself, such as Everyone, become Jira groups
 * @param include names, patterns with {@code *} and expressions between slashes of the Okta groups
 *     that become Jira groups on the fly; empty for all
 * @param exclude the same of those that do not
 * @param rename steps that a name goes through on the fly
 * @param map which Okta groups fill which Jira groups, in manual mode
 * @param forNewUsers Jira groups that people join when their account is made
 * @param forAllUsers Jira groups that everybody of the connection is in
 * @param takeOver Jira groups that go along when somebody takes over an account of another
 *     directory; none when not said
 * @param keepUnownedMembers whether an adopted group, from then on, keeps the members that the
 *     product did not add; switched off later group by group
 * @param neverRemove whether nobody is taken out of a group because Okta no longer has the
 *     membership
 * @param collision {@code refuse}, {@code adopt} or {@code suffix}: what happens when a group of
 *     that name exists in the target directory without a link
 * @param suffix what is put behind the name with {@code suffix}
 * @param renamed {@code keep} or {@code copy}: what happens when a group is renamed in Okta
 * @param notFound {@code keep} or {@code delete}: what happens to a group that the product made
 *     once Okta no longer has it
 */
public record GroupSettings(
    String mode,
    boolean everyone,
    List<String> include,
    List<String> exclude,
    List<StepSettings> rename,
    List<Row> map,
    List<String> forNewUsers,
    List<String> forAllUsers,
    List<String> takeOver,
    boolean keepUnownedMembers,
    boolean neverRemove,
    String collision,
    String suffix,
    String renamed,
    String notFound) {
  public static final String ON_THE_FLY = "on-the-fly";
  public static final String MANUAL = "manual";
  public static final String OFF = "off";
  public static final String REFUSE = "refuse";
  public static final String ADOPT = "adopt";
  public static final String SUFFIX = "suffix";
  public static final String COPY = "copy";

  public static final String KEEP = "keep";
  public static final String DELETE = "delete";

  /** Safe defaults: a group that we did not make is left alone, and none is deleted. */
  public static final GroupSettings DEFAULTS =
      new GroupSettings(
          ON_THE_FLY,
          false,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          true,
          false,
          REFUSE,
          " (Okta)",
          KEEP,
          KEEP);

  /**
   * An Okta group and a Jira group that its members are in.
   *
   * @param source the Okta group's id
   * @param target the Jira group's name
   * @param administration whether the Jira group may give administration rights; false when not
   *     said
   */
  public record Row(String source, String target, Boolean administration) {
    public Row {
      administration = administration != null && administration;
      source = source == null ? "" : source.strip();
      target = target == null ? "" : target.strip();
    }
  }

  public GroupSettings {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    rename = List.copyOf(rename);
    map = List.copyOf(map);
    forNewUsers = List.copyOf(forNewUsers);
    forAllUsers = List.copyOf(forAllUsers);
    takeOver = takeOver == null ? List.of() : List.copyOf(takeOver);
  }
}
