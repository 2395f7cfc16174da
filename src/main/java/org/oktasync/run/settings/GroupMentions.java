package org.oktasync.run.settings;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SettingsStore;
import org.oktasync.model.GroupName;
import org.oktasync.target.GroupReferences;

/** What names a group: in Jira, and in the settings of connections. */
public final class GroupMentions {
  private final GroupReferences references;
  private final SettingsStore settings;

  public GroupMentions(GroupReferences references, SettingsStore settings) {
    this.references = references;
    this.settings = settings;
  }

  /** What names a group now; patterns that happen to match it do not name it. */
  public GroupReferences.Found of(GroupName group) {
    GroupReferences.Found inJira = references.to(group);
    List<GroupReferences.Reference> all = new ArrayList<>(inJira.references());
    for (Connection connection : settings.connections()) {
      ConnectionSettings own = connection.settings();
      mention(all, own, "groups.forNewUsers", own.groups().forNewUsers(), group);
      mention(all, own, "groups.takeOver", own.groups().takeOver(), group);
      mention(all, own, "groups.forAllUsers", own.groups().forAllUsers(), group);
      List<String> filled = own.groups().map().stream().map(row -> row.target()).toList();
      mention(all, own, "groups.map", filled, group);
      mention(all, own, "leavers.keepGroups", own.leavers().keepGroups(), group);
      mention(all, own, "guardrails.protectedGroups", own.guardrails().protectedGroups(), group);
    }
    return new GroupReferences.Found(all, inJira.unknown());
  }

  private static void mention(
      List<GroupReferences.Reference> all,
      ConnectionSettings connection,
      String setting,
      List<String> names,
      GroupName group) {
    if (names.stream().anyMatch(name -> !name.isBlank() && new GroupName(name).equals(group))) {
      all.add(
          new GroupReferences.Reference(
              GroupReferences.Place.CONNECTION, connection.name(), setting));
    }
  }
}
