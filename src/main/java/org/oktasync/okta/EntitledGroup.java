package org.oktasync.okta;

import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceValue;

/**
 * A group and what Okta says of it beside its profile.
 *
 * @param id its id
 * @param name its name
 * @param builtIn whether Okta made it by itself
 * @param members how many members Okta states; -1 when it states none
 * @param apps how many applications are assigned to it; -1 when Okta does not say
 * @param mayAdminister whether it has admin roles, or Okta does not say
 * @param value the group as others see it, without links and numbers
 */
record EntitledGroup(
    String id,
    String name,
    boolean builtIn,
    long members,
    long apps,
    boolean mayAdminister,
    SourceValue.Fields value) {
  private static final String STATS = "_embedded.stats.";

  /** Okta's own group of everybody, whose list is not worth reading. */
  private static final String EVERYONE = "Everyone";

  /** The group that an object of Okta's group list is; null when it has no id. */
  static EntitledGroup of(SourceValue.Fields whole) {
    String id = TreePath.id(whole);
    return id.isBlank()
        ? null
        : new EntitledGroup(
            id,
            TreePath.text(whole, "profile.name"),
            SourceGroup.BUILT_IN.equals(TreePath.text(whole, "type")),
            TreePath.count(whole, STATS + "usersCount"),
            TreePath.count(whole, STATS + "appsCount"),
            mayAdminister(whole),
            without(whole, "_embedded", "_links"));
  }

  /** Okta's document spells the flag in another way than its answers do. */
  private static boolean mayAdminister(SourceValue.Fields whole) {
    boolean says =
        TreePath.at(whole, STATS + "hasAdminPrivilege") != null
            || TreePath.at(whole, STATS + "hasAdminPrivlege") != null;
    return !says
        || TreePath.flag(whole, STATS + "hasAdminPrivilege")
        || TreePath.flag(whole, STATS + "hasAdminPrivlege");
  }

  /** The same object without some of its fields. */
  static SourceValue.Fields without(SourceValue.Fields whole, String... names) {
    Map<String, SourceValue> kept = new HashMap<>(whole.values());
    for (String name : names) {
      kept.remove(name);
    }
    return new SourceValue.Fields(Map.copyOf(kept));
  }

  /** Whether it holds everybody. */
  boolean everyone() {
    return builtIn && name.equals(EVERYONE);
  }

  /** Its member list. */
  MemberList list() {
    return new MemberList(id, name, members, builtIn);
  }
}
