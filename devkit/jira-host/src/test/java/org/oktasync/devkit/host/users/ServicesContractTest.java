package org.oktasync.devkit.host.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.exception.runtime.OperationFailedException;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.UserPropertyManager;
import com.atlassian.jira.user.util.UserManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What holds for more than one call of the directories, and what Jira's own interfaces add. */
@RunWith(Parameterized.class)
public class ServicesContractTest {

  private final OpenJira open;
  private final Locale locale = Locale.getDefault();

  public ServicesContractTest(boolean strict) {
    this.open = new OpenJira(strict);
  }

  @Parameters(name = "strict={0}")
  public static List<Boolean> readings() {
    return List.of(true, false);
  }

  @After
  public void close() {
    Locale.setDefault(locale);
    open.close();
  }

  @Test
  public void namesFoldTheSameWayInEveryDefaultLocale() throws Exception {
    open.addUser(open.okta, "IVAN");
    open.addGroup(open.okta, "ADMIN");
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    assertEquals("ivan", IdentifierUtils.toLowerCase("IVAN"));
    assertEquals("IVAN", open.manager.findUserByName(open.okta, "ivan").getName());
    assertEquals("ADMIN", open.manager.findGroupByName(open.okta, "admin").getName());
    open.manager.addUserToGroup(open.okta, "ivan", "admin");
    assertTrue(open.manager.isUserDirectGroupMember(open.okta, "IVAN", "ADMIN"));
  }

  @Test
  public void whatTheManagerDoesNotFindIsACheckedException() {
    long okta = open.okta;
    UserTemplate nobody = open.template(okta, "nobody");
    Map<String, Set<String>> attributes = Map.of("a", Set.of("1"));
    assertThrows(UserNotFoundException.class, () -> open.manager.findUserByName(okta, "nobody"));
    assertThrows(UserNotFoundException.class, () -> open.manager.updateUser(okta, nobody));
    assertThrows(UserNotFoundException.class, () -> open.manager.removeUser(okta, "nobody"));
    assertThrows(
        UserNotFoundException.class,
        () -> open.manager.storeUserAttributes(okta, "nobody", attributes));
    assertThrows(
        UserNotFoundException.class, () -> open.manager.renameUser(okta, "nobody", "somebody"));
    assertThrows(GroupNotFoundException.class, () -> open.manager.removeGroup(okta, "none"));
    assertThrows(
        GroupNotFoundException.class,
        () -> open.manager.addAllUsersToGroup(okta, List.of("nobody"), "none"));
  }

  @Test
  public void whatTheServicesCannotDoIsAnUncheckedException() {
    Directory okta = open.directories.findDirectoryById(open.okta);
    ImmutableDirectory.Builder gone = ImmutableDirectory.newBuilder(okta);
    gone.setId(99L);
    assertThrows(
        OperationFailedException.class, () -> open.directories.updateDirectory(gone.toDirectory()));
    assertThrows(
        OperationFailedException.class, () -> open.directories.setDirectoryPosition(99, 0));
    assertThrows(OperationFailedException.class, () -> open.directories.removeDirectory(99));
    assertThrows(OperationFailedException.class, () -> open.directories.supportsNestedGroups(99));
  }

  @Test
  public void anAccountThatIsReadCopiedAndWrittenKeepsTheRest() throws Exception {
    open.addUser(open.okta, "ann");
    UserTemplate copy = new UserTemplate(open.manager.findUserByName(open.okta, "ann"));
    copy.setActive(false);
    open.manager.updateUser(open.okta, copy);
    assertFalse(open.manager.findUserByName(open.okta, "ann").isActive());
    assertEquals("Person ann", open.manager.findUserByName(open.okta, "ann").getDisplayName());
    assertEquals(
        "ann@example.com", open.manager.findUserByName(open.okta, "ann").getEmailAddress());
  }

  @Test
  public void namesOfGroupsOfAPersonComeUpToTheLimit() throws Exception {
    open.addUser(open.okta, "ann");
    for (String group : List.of("a", "b", "c")) {
      open.addGroup(open.okta, group);
      open.manager.addUserToGroup(open.okta, "ann", group);
    }
    assertEquals(2, groupsOf("ANN", 2).size());
    assertEquals(Set.of("a", "b", "c"), Set.copyOf(groupsOf("ann", 10)));
  }

  @Test
  public void jiraFindsAPersonByNameByKeyAndInOneDirectory() throws Exception {
    open.addUser(open.okta, "fred");
    UserManager jira = open.service(UserManager.class);
    ApplicationUser first = jira.getUserByName("FRED");
    assertEquals(1, first.getDirectoryId());
    assertEquals(first.getKey(), jira.getUserByKey(first.getKey()).getKey());
    assertEquals(open.okta, jira.findUserInDirectory("fred", open.okta).getDirectoryId());
    assertNull(jira.findUserInDirectory("admin", open.okta));
    assertEquals("Okta", jira.getDirectory(open.okta).getName());
    assertNull(jira.getUserByName("nobody"));
  }

  @Test
  public void propertiesGoWithTheKeyAndAreFoundByTheirBeginning() throws Exception {
    open.addUser(open.okta, "ann");
    ApplicationUser ann = open.service(UserManager.class).getUserByName("ann");
    UserPropertyManager properties = open.service(UserPropertyManager.class);
    properties.getPropertySet(ann).setString("jira.meta.team", "Blue");
    properties.getPropertySet(ann).setString("hidden", "value");
    open.manager.renameUser(open.okta, "ann", "anna");
    assertEquals("Blue", properties.getPropertySet(ann).getString("jira.meta.team"));
    assertEquals(
        List.of("jira.meta.team"),
        List.copyOf(properties.getPropertySet(ann).getKeys("jira.meta.")));
  }

  private List<String> groupsOf(String name, int most) throws Exception {
    return open.manager.searchDirectGroupRelationships(
        open.okta,
        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
            .parentsOf(EntityDescriptor.user())
            .withName(name)
            .returningAtMost(most));
  }
}
