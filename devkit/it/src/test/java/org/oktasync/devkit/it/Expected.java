package org.oktasync.devkit.it;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.OktaOrg;
import org.oktasync.devkit.oktaorg.User;

/**
 * What Jira should hold for an organisation, worked out from the documented rules alone, without
 * the add-on's code.
 */
final class Expected {
  private static final Set<String> INACTIVE = Set.of("STAGED", "SUSPENDED", "DEPROVISIONED");
  private static final Pattern ILLEGAL = Pattern.compile("[<>&%\\p{Cc}\\p{Cf}]");

  /** Lower-case user name to display name. */
  final Map<String, String> users = new TreeMap<>();

  /** Lower-case group name to lower-case members. */
  final Map<String, TreeSet<String>> groups = new TreeMap<>();

  Expected(OktaOrg okta) {
    Map<String, String> names = new TreeMap<>();
    okta.directory().users().stream()
        .sorted(java.util.Comparator.comparing(User::id))
        .filter(user -> !INACTIVE.contains(user.status().name()))
        .forEach(user -> add(user, names));
    okta.directory().groups().stream()
        .sorted(java.util.Comparator.comparing(Group::id))
        .filter(group -> group.type() != GroupType.BUILT_IN)
        .forEach(group -> add(okta, group, names));
  }

  private void add(User user, Map<String, String> names) {
    String login = usable(String.valueOf(user.text("login")));
    if (login != null && users.putIfAbsent(JiraView.fold(login), shown(user, login)) == null) {
      names.put(user.id(), JiraView.fold(login));
    }
  }

  private void add(OktaOrg okta, Group group, Map<String, String> names) {
    String name = usable(group.name());
    if (name == null || groups.containsKey(JiraView.fold(name))) {
      return;
    }
    TreeSet<String> members = new TreeSet<>();
    okta.directory().members(group.id()).stream()
        .map(user -> names.get(user.id()))
        .filter(java.util.Objects::nonNull)
        .forEach(members::add);
    groups.put(JiraView.fold(name), members);
  }

  private static String shown(User user, String login) {
    String shown = clean(user.text("displayName"));
    if (shown.isEmpty()) {
      shown = clean(clean(user.text("firstName")) + " " + clean(user.text("lastName")));
    }
    shown = shown.isEmpty() ? login : shown;
    return shown.length() > 255 ? shown.substring(0, 255).strip() : shown;
  }

  private static String usable(String raw) {
    String name = clean(raw);
    boolean fits = !name.isEmpty() && name.length() <= 255 && !ILLEGAL.matcher(name).find();
    return fits ? name : null;
  }

  private static String clean(String raw) {
    return raw == null ? "" : Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
  }
}
