package org.oktasync.devkit.host.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.CrowdService;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.impl.ImmutableGroup;
import com.atlassian.crowd.event.user.UserRenamedEvent;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.UserKeyService;
import com.atlassian.jira.user.util.UserManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.oktasync.devkit.host.data.Jdbc;

/** Order, shadowing, user keys and permissions: what Jira makes of several directories. */
@RunWith(Parameterized.class)
public class AcrossDirectoriesTest {

  private final boolean strict;
  private final OpenJira open;
  private UserManager users;

  public AcrossDirectoriesTest(boolean strict) {
    this.strict = strict;
    this.open = new OpenJira(strict);
  }

  @Parameters(name = "strict={0}")
  public static List<Boolean> readings() {
    return List.of(true, false);
  }

  @Before
  public void services() {
    users = open.service(UserManager.class);
  }

  @After
  public void close() {
    open.close();
  }

  @Test
  public void aFreshJiraHoldsTheInternalDirectoryAndTwoPeople() {
    assertEquals("Jira Internal Directory", users.getDirectory(1L).getName());
    assertTrue(open.jira.authenticate("admin", "admin"));
    assertTrue(open.jira.isSystemAdmin("admin") && open.jira.isAdmin("ADMIN"));
    assertTrue(open.jira.isLicensed("fred"));
    assertFalse(open.jira.isAdmin("fred"));
    assertFalse(open.jira.authenticate("fred", "admin"));
  }

  @Test
  public void theFirstActiveDirectoryThatHasTheNameWins() throws Exception {
    open.addUser(open.okta, "Fred");
    assertEquals(1, users.getUserByName("FRED").getDirectoryId());
    assertTrue(users.getAllApplicationUsers().stream().allMatch(u -> u.getDirectoryId() == 1));
    open.directories.setDirectoryPosition(open.okta, 0);
    assertEquals(open.okta, users.getUserByName("fred").getDirectoryId());
    assertFalse(open.jira.authenticate("fred", "fred"));
    open.setActive(open.okta, false);
    assertEquals(1, users.getUserByName("fred").getDirectoryId());
    assertEquals(2, users.getTotalUserCount());
    assertEquals(open.okta, users.findUserInDirectory("fred", open.okta).getDirectoryId());
  }

  @Test
  public void aGroupNameGrantsPermissionsInWhateverDirectoryItIs() throws Exception {
    open.addUser(open.okta, "eve");
    open.addGroup(open.okta, "Jira-Administrators");
    assertFalse(open.jira.isSystemAdmin("eve"));
    open.manager.addUserToGroup(open.okta, "eve", "Jira-Administrators");
    assertTrue(open.jira.isSystemAdmin("eve"));
    GlobalPermissionManager permissions = open.service(GlobalPermissionManager.class);
    assertTrue(
        permissions.hasPermission(GlobalPermissionKey.ADMINISTER, users.getUserByName("eve")));
    assertEquals(
        List.of("jira-administrators"),
        List.copyOf(permissions.getGroupNamesWithPermission(GlobalPermissionKey.SYSTEM_ADMIN)));
    open.setActive(open.okta, false);
    assertFalse(open.jira.isSystemAdmin("eve"));
  }

  @Test
  public void membershipsOfOneNameAddUpOverDirectories() throws Exception {
    open.addUser(open.okta, "fred");
    open.addGroup(open.okta, "jira-administrators");
    open.manager.addUserToGroup(open.okta, "fred", "jira-administrators");
    assertEquals(1, users.getUserByName("fred").getDirectoryId());
    assertTrue(open.jira.isAdmin("fred"));
    GroupManager groups = open.service(GroupManager.class);
    assertEquals(
        Set.of("jira-administrators", "jira-software-users"),
        Set.copyOf(groups.getGroupNamesForUser("fred")));
    assertTrue(open.service(CrowdService.class).isUserMemberOfGroup("fred", "jira-administrators"));
    open.setActive(open.okta, false);
    assertFalse(open.jira.isAdmin("fred"));
  }

  @Test
  public void whereMembershipsDoNotAddUpThoseOfTheFirstAccountCountAlone() throws Exception {
    open.addUser(open.okta, "fred");
    open.addGroup(open.okta, "jira-administrators");
    open.manager.addUserToGroup(open.okta, "fred", "jira-administrators");
    CrowdDirectoryService directories = open.service(CrowdDirectoryService.class);
    assertTrue(directories.isMembershipAggregationEnabled());
    directories.setMembershipAggregationEnabled(false);
    assertFalse(open.jira.isAdmin("fred"));
    GroupManager groups = open.service(GroupManager.class);
    assertEquals(Set.of("jira-software-users"), Set.copyOf(groups.getGroupNamesForUser("fred")));
    directories.setDirectoryPosition(open.okta, 0);
    assertTrue(open.jira.isAdmin("fred"));
    assertEquals(Set.of("jira-administrators"), Set.copyOf(groups.getGroupNamesForUser("fred")));
    directories.setMembershipAggregationEnabled(true);
    assertEquals(2, groups.getGroupNamesForUser("fred").size());
  }

  @Test
  public void disabledAccountsHoldNothing() throws Exception {
    UserTemplate admin = new UserTemplate(open.manager.findUserByName(1, "admin"));
    admin.setActive(false);
    open.manager.updateUser(1, admin);
    assertFalse(open.jira.isSystemAdmin("admin"));
    assertFalse(open.jira.isLicensed("admin"));
    assertTrue(open.service(ApplicationRoleManager.class).hasAnyRole(users.getUserByName("admin")));
  }

  @Test
  public void seatsAreTakenByEnabledPeopleOfTheRoleGroups() throws Exception {
    ApplicationRoleManager roles = open.service(ApplicationRoleManager.class);
    ApplicationKey software = ApplicationKey.valueOf("jira-software");
    assertEquals(2, roles.getUserCount(software));
    assertTrue(roles.hasSeatsAvailable(software, 1_000_000));
    new Rights(new Jdbc(open.database.source())).setSeats("jira-software", 3);
    assertEquals(1, roles.getRemainingSeats(software));
    assertTrue(roles.hasSeatsAvailable(software, 1));
    assertFalse(roles.hasSeatsAvailable(software, 2));
    assertEquals(1, roles.getRolesForGroup(new ImmutableGroup("JIRA-software-users")).size());
    assertEquals(0, roles.getRolesForGroup(new ImmutableGroup("jira-administrators")).size());
  }

  @Test
  public void aSeatIsTakenOnceByTheAccountThatCounts() throws Exception {
    ApplicationRoleManager roles = open.service(ApplicationRoleManager.class);
    ApplicationKey desk = ApplicationKey.valueOf("jira-servicedesk");
    for (String group : List.of("agents", "leads")) {
      open.addGroup(open.okta, group);
      new Rights(new Jdbc(open.database.source())).addRoleGroup("jira-servicedesk", group);
    }
    open.addUser(open.okta, "ann");
    open.addUser(open.okta, "fred");
    for (String name : List.of("ann", "fred")) {
      open.manager.addUserToGroup(open.okta, name, "agents");
      open.manager.addUserToGroup(open.okta, name, "leads");
    }
    assertEquals(2, roles.getUserCount(desk));
    UserTemplate shadowing = new UserTemplate(open.manager.findUserByName(1, "fred"));
    shadowing.setActive(false);
    open.manager.updateUser(1, shadowing);
    assertEquals("the disabled account counts", 1, roles.getUserCount(desk));
    ApplicationUser ann = users.getUserByName("ann");
    assertEquals(Set.of(desk), keys(roles.getRolesForUser(ann)));
    assertEquals(Set.of(desk), keys(roles.getOccupiedLicenseRolesForUser(ann)));
    assertEquals(Set.of(), roles.getOccupiedLicenseRolesForUser(users.getUserByName("fred")));
    assertEquals(1, roles.getUserCount(ApplicationKey.valueOf("jira-software")));
    open.setActive(open.okta, false);
    assertEquals(0, roles.getUserCount(desk));
  }

  private static Set<ApplicationKey> keys(Set<ApplicationRole> roles) {
    return roles.stream().map(ApplicationRole::getKey).collect(Collectors.toSet());
  }

  @Test
  public void aKeyIsThereRightAfterAddUserAndOutlivesTheAccount() throws Exception {
    open.addUser(open.okta, "Ann");
    ApplicationUser ann = users.getUserByName("ANN");
    assertEquals(strict, ann.getKey().startsWith("JIRAUSER"));
    assertEquals(ann, users.getUserByKey(ann.getKey()));
    open.manager.removeUser(open.okta, "ann");
    assertNull(users.getUserByName("ann"));
    assertNull(users.getUserByKey(ann.getKey()));
    assertEquals(ann.getKey(), open.service(UserKeyService.class).getKeyForUsername("ann"));
    assertFalse(users.getUserByKeyEvenWhenUnknown(ann.getKey()).isActive());
    open.add("Elsewhere", DirectoryType.INTERNAL, OpenJira.EVERYTHING);
    open.addUser(open.okta, "aNN");
    assertEquals(ann.getKey(), users.getUserByName("ann").getKey());
  }

  @Test
  public void renameMovesTheKeyOfAnAccountThatIsNotShadowed() throws Exception {
    open.addUser(open.okta, "ann");
    open.addGroup(open.okta, "staff");
    open.manager.addUserToGroup(open.okta, "ann", "staff");
    String key = open.jira.keyOf("ann").orElseThrow();
    open.manager.renameUser(open.okta, "ann", "Ann.Lee");
    assertEquals("Ann.Lee", users.getUserByKey(key).getName());
    assertTrue(open.jira.keyOf("ann").isEmpty());
    assertTrue(open.manager.isUserDirectGroupMember(open.okta, "ann.lee", "staff"));
    assertEquals("ann", open.events(UserRenamedEvent.class).get(0).getOldUsername());
  }

  @Test
  public void renameOfAShadowedAccountLeavesTheKeyWithItsOwner() throws Exception {
    String key = open.jira.keyOf("fred").orElseThrow();
    open.addUser(open.okta, "fred");
    open.manager.renameUser(open.okta, "fred", "frederic");
    assertEquals("fred", users.getUserByKey(key).getName());
    assertNotEquals(key, open.jira.keyOf("frederic").orElseThrow());
  }

  @Test
  public void renameOntoAHeldNameEvictsTheHolderToAQualifiedName() throws Exception {
    open.addUser(open.okta, "old");
    String formerKey = open.jira.keyOf("old").orElseThrow();
    open.manager.removeUser(open.okta, "old");
    open.addUser(open.okta, "ann");
    String key = open.jira.keyOf("ann").orElseThrow();
    open.manager.renameUser(open.okta, "ann", "old");
    assertEquals(key, open.jira.keyOf("old").orElseThrow());
    assertEquals(formerKey, open.jira.keyOf("old#1").orElseThrow());
  }

  @Test
  public void renameOntoANameOfAnEarlierDirectoryLeavesAllKeys() throws Exception {
    open.addUser(open.okta, "ann");
    String fred = open.jira.keyOf("fred").orElseThrow();
    String ann = open.jira.keyOf("ann").orElseThrow();
    open.manager.renameUser(open.okta, "ann", "fred");
    assertEquals(fred, open.jira.keyOf("fred").orElseThrow());
    assertEquals(ann, open.jira.keyOf("ann").orElseThrow());
  }

  @Test
  public void renameRefusesATakenOrUntrimmedName() throws Exception {
    open.addUser(open.okta, "ann");
    open.addUser(open.okta, "bob");
    assertThrows(
        UserAlreadyExistsException.class, () -> open.manager.renameUser(open.okta, "ann", "BOB"));
    assertThrows(InvalidUserException.class, () -> open.manager.renameUser(open.okta, "ann", "x "));
    assertEquals("ANN", open.manager.renameUser(open.okta, "ann", "ANN").getName());
  }

  @Test
  public void reopeningWritesNothing() {
    String before = open.jira.tablesDigest();
    JiraUsers again =
        JiraUsers.open(open.database.source(), java.time.Clock.systemUTC(), event -> {}, strict);
    assertEquals(before, again.tablesDigest());
  }

  @Test
  public void whatTheStandInLacksIsRefused() {
    assertThrows(
        UnsupportedOperationException.class,
        () -> open.service(CrowdService.class).removeAllUserAttributes(null));
    assertThrows(
        IllegalArgumentException.class, () -> Partial.of(UserKeyService.class, "no such methods"));
  }
}
