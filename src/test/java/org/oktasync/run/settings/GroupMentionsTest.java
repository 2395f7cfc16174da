package org.oktasync.run.settings;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.GroupName;
import org.oktasync.run.SyncWorld;
import org.oktasync.target.GroupReferences;
import org.oktasync.target.GroupReferences.Found;
import org.oktasync.target.GroupReferences.Place;
import org.oktasync.target.GroupReferences.Reference;

/** What names a group in Jira, and in the settings of connections. */
public class GroupMentionsTest {
  private static final Reference IN_JIRA = new Reference(Place.APPLICATION, "Jira", "");

  private static Found mentions(String settings, String group) {
    GroupReferences jira = any -> new Found(List.of(IN_JIRA), Set.of(Place.PROJECT_ROLE));
    SyncWorld world = new SyncWorld(settings);
    return new GroupMentions(jira, world.settings).of(new GroupName(group));
  }

  @Test
  public void settingsOfConnectionsAreLookedThrough() {
    String settings =
        "{\"name\":\"w\",\"groups\":{\"forNewUsers\":[\"team\"],\"forAllUsers\":[\"Team\",\"x\"],"
            + "\"map\":[{\"source\":\"g\",\"target\":\"TEAM\"}]},"
            + "\"leavers\":{\"keepGroups\":[\"team\"]},"
            + "\"guardrails\":{\"protectedGroups\":[\"team\",\"t*\"]}}";
    Found found = mentions(settings, "Team");
    assertEquals(IN_JIRA, found.references().get(0));
    assertEquals(
        List.of(
            "groups.forNewUsers",
            "groups.forAllUsers",
            "groups.map",
            "leavers.keepGroups",
            "guardrails.protectedGroups"),
        found.references().stream().skip(1).map(Reference::detail).toList());
    assertEquals(Set.of(Place.PROJECT_ROLE), found.unknown());
  }

  @Test
  public void aPatternNamesNoGroup() {
    String settings = "{\"name\":\"w\",\"guardrails\":{\"protectedGroups\":[\"t*\"]}}";
    assertEquals(List.of(IN_JIRA), mentions(settings, "team").references());
  }
}
