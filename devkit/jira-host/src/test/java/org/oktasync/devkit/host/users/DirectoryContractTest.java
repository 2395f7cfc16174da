package org.oktasync.devkit.host.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.event.user.UserCreatedEvent;
import com.atlassian.crowd.event.user.UserDeletedEvent;
import com.atlassian.crowd.event.user.UserEditedEvent;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.oktasync.devkit.host.MemoryDatabase;
import org.oktasync.devkit.host.PostgresDatabase;
import org.oktasync.devkit.host.data.DataException;
import org.oktasync.devkit.host.data.Jdbc;

/**
 * What Jira's user directories promise about directories and users, in both readings and on both
 * databases.
 */
@RunWith(Parameterized.class)
public class DirectoryContractTest {

  @ClassRule public static final PostgresDatabase POSTGRES = new PostgresDatabase();

  private final boolean strict;
  private final OpenJira open;

  public DirectoryContractTest(boolean strict, boolean onPostgres) {
    this.strict = strict;
    this.open = new OpenJira(onPostgres ? POSTGRES.empty() : MemoryDatabase.settings(), strict);
  }

  @Parameters(name = "strict={0}, PostgreSQL={1}")
  public static List<Object[]> readings() {
    return List.of(
        new Object[] {true, false}, new Object[] {false, false}, new Object[] {true, true});
  }

  @After
  public void close() {
    open.close();
  }

  @Test
  public void addedInternalDirectoryComesBackWithIdLastInOrderAndCanBeMoved() {
    Directory added = open.directories.addDirectory(FirstData.internal("People"));
    assertNotNull(added.getId());
    assertEquals("false", added.getValue("useNestedGroups"));
    assertEquals(List.of("Jira Internal Directory", "Okta", "People"), open.order());
    open.directories.setDirectoryPosition(added.getId(), 0);
    assertEquals(List.of("People", "Jira Internal Directory", "Okta"), open.order());
  }

  @Test
  public void directoryNamesAreUnique() {
    assertThrows(
        com.atlassian.crowd.exception.runtime.OperationFailedException.class,
        () -> open.directories.addDirectory(FirstData.internal("OKTA")));
  }

  @Test
  public void directoriesOfEveryTypeAreKept() {
    for (DirectoryType type : DirectoryType.values()) {
      long id = open.add("of type " + type, type, Set.of());
      assertEquals(type, open.directories.findDirectoryById(id).getType());
    }
  }

  @Test
  public void theLastActiveDirectoryIsNeitherDisabledNorRemoved() {
    open.setActive(open.okta, false);
    assertThrows(
        com.atlassian.crowd.exception.runtime.OperationFailedException.class,
        () -> open.setActive(1, false));
    assertThrows(
        com.atlassian.crowd.exception.runtime.OperationFailedException.class,
        () -> open.directories.removeDirectory(1));
  }

  @Test
  public void writesFollowTheAllowedOperationsOfTheDirectory() throws Exception {
    Set<OperationType> some =
        EnumSet.complementOf(EnumSet.of(OperationType.CREATE_USER, OperationType.UPDATE_USER));
    for (DirectoryType type :
        List.of(DirectoryType.CONNECTOR, DirectoryType.DELEGATING, DirectoryType.CROWD)) {
      long id = open.add("a " + type, type, some);
      UserTemplateWithAttributes user = open.template(id, "ann");
      assertThrows(
          DirectoryPermissionException.class,
          () -> open.manager.addUser(id, user, PasswordCredential.NONE));
      assertThrows(DirectoryPermissionException.class, () -> open.manager.updateUser(id, user));
      open.addGroup(id, "allowed");
    }
  }

  @Test
  public void unknownDirectoryIsACheckedExceptionOfTheManagerAndNullOfTheService() {
    assertThrows(DirectoryNotFoundException.class, () -> open.manager.findDirectoryById(99));
    assertThrows(DirectoryNotFoundException.class, () -> open.addUser(99, "ann"));
    assertNull(open.directories.findDirectoryById(99));
  }

  @Test
  public void addUserWithTheDeprecatedOverloadIsRefused() {
    UserTemplate plain = new UserTemplate("ann", open.okta);
    assertThrows(
        UnsupportedOperationException.class,
        () -> open.manager.addUser(open.okta, plain, PasswordCredential.NONE));
  }

  @Test
  public void namesAreComparedFolded() throws Exception {
    open.addUser(open.okta, "Ann.ÖZTÜRK");
    assertEquals("Ann.ÖZTÜRK", open.manager.findUserByName(open.okta, "aNN.öztürk").getName());
    assertThrows(UserAlreadyExistsException.class, () -> open.addUser(open.okta, "ann.öztürk"));
  }

  @Test
  public void addUserRefusesAnExternalIdAndGivesOneOfItsOwn() throws Exception {
    UserTemplateWithAttributes user = open.template(open.okta, "ann");
    user.setExternalId("00u1");
    assertThrows(
        InvalidUserException.class,
        () -> open.manager.addUser(open.okta, user, PasswordCredential.NONE));
    user.setExternalId(null);
    User added = open.manager.addUser(open.okta, user, PasswordCredential.NONE);
    assertEquals(
        added.getExternalId(), open.manager.findUserByName(open.okta, "ann").getExternalId());
    assertNotEquals("", added.getExternalId());
    assertNotNull(added.getExternalId());
  }

  @Test
  public void updateUserKeepsTheExternalIdAndRefusesAnother() throws Exception {
    open.addUser(open.okta, "ann");
    String given = open.manager.findUserByName(open.okta, "ann").getExternalId();
    UserTemplate changed = open.template(open.okta, "ann");
    assertEquals(given, open.manager.updateUser(open.okta, changed).getExternalId());
    changed.setExternalId("00u1");
    assertThrows(InvalidUserException.class, () -> open.manager.updateUser(open.okta, changed));
  }

  @Test
  public void addUserKeepsAttributesAndAcceptsNoCredential() throws Exception {
    UserTemplateWithAttributes user = open.template(open.okta, "ann");
    user.setAttribute("okta.id", "00u1");
    UserWithAttributes added = open.manager.addUser(open.okta, user, null);
    assertEquals("00u1", added.getValue("okta.id"));
    assertFalse(open.jira.authenticate("ann", ""));
  }

  @Test
  public void nobodySignsInWithoutAPasswordOrWhenDisabled() throws Exception {
    open.addUser(open.okta, "ann");
    assertFalse(open.jira.authenticate("ann", PasswordCredential.NONE.getCredential()));
    assertTrue(open.jira.authenticate("FRED", "fred"));
    UserTemplate fred = new UserTemplate(open.manager.findUserByName(1, "fred"));
    fred.setActive(false);
    open.manager.updateUser(1, fred);
    assertFalse(open.jira.authenticate("fred", "fred"));
  }

  @Test
  public void addUserChecksTheNameAndTheDirectoryOfTheTemplate() {
    assertThrows(InvalidUserException.class, () -> open.addUser(open.okta, " ann"));
    assertThrows(InvalidUserException.class, () -> open.addUser(open.okta, "ann "));
    UserTemplateWithAttributes other = open.template(1, "ann");
    assertThrows(
        IllegalArgumentException.class,
        () -> open.manager.addUser(open.okta, other, PasswordCredential.NONE));
  }

  @Test
  public void updateUserChecksTheDirectoryOfTheTemplate() throws Exception {
    open.addUser(open.okta, "fred");
    UserTemplate other = open.template(1, "fred");
    assertThrows(IllegalArgumentException.class, () -> open.manager.updateUser(open.okta, other));
  }

  @Test
  public void addAllUsersWithANullCredentialFailsAsAWhole() {
    UserTemplateWithCredentialAndAttributes none =
        new UserTemplateWithCredentialAndAttributes("bob", open.okta, null);
    assertThrows(
        NullPointerException.class,
        () -> open.manager.addAllUsers(open.okta, List.of(open.bulk("ann"), none), false));
    assertThrows(UserNotFoundException.class, () -> open.manager.findUserByName(open.okta, "ann"));
  }

  @Test
  public void addAllUsersDropsAttributes() throws Exception {
    UserTemplateWithCredentialAndAttributes user = open.bulk("ann");
    user.setAttribute("okta.id", "00u1");
    open.manager.addAllUsers(open.okta, List.of(user), false);
    assertTrue(open.manager.findUserWithAttributesByName(open.okta, "ann").getKeys().isEmpty());
  }

  @Test
  public void addAllUsersListsTheExistingAndTheFailedAndAddsTheRest() throws Exception {
    open.addUser(open.okta, "ann");
    open.events.clear();
    UserTemplateWithCredentialAndAttributes external = open.bulk("bob");
    external.setExternalId("00u2");
    BulkAddResult<User> result =
        open.manager.addAllUsers(
            open.okta,
            List.of(open.bulk("ANN"), external, open.bulk(" carl"), open.bulk("dora")),
            false);
    assertEquals(List.of("ann"), names(result.getExistingEntities()));
    assertEquals(Set.of("bob", " carl"), Set.copyOf(names(result.getFailedEntities())));
    assertEquals(1, result.getAddedSuccessfully());
    assertEquals("Person ann", open.manager.findUserByName(open.okta, "ann").getDisplayName());
    assertEquals("dora", open.events(UserCreatedEvent.class).get(0).getUser().getName());
    assertEquals(1, open.events.size());
  }

  @Test
  public void addAllUsersWithOverwriteRemovesFirst() throws Exception {
    UserTemplateWithAttributes ann = open.template(open.okta, "ann");
    ann.setAttribute("kept", "no");
    open.manager.addUser(open.okta, ann, PasswordCredential.NONE);
    open.addGroup(open.okta, "staff");
    open.manager.addUserToGroup(open.okta, "ann", "staff");
    open.manager.addAllUsers(open.okta, List.of(open.bulk("ann")), true);
    assertFalse(open.manager.isUserDirectGroupMember(open.okta, "ann", "staff"));
    assertNull(open.manager.findUserWithAttributesByName(open.okta, "ann").getValue("kept"));
    assertEquals(1, open.events(UserDeletedEvent.class).size());
  }

  @Test
  public void overLongValuesAreRefusedByTheDatabaseOrCutToTheColumn() throws Exception {
    UserTemplateWithAttributes ann = open.template(open.okta, "ann");
    ann.setDisplayName("x".repeat(256));
    if (strict) {
      assertThrows(
          DataException.class, () -> open.manager.addUser(open.okta, ann, PasswordCredential.NONE));
    } else {
      User added = open.manager.addUser(open.okta, ann, PasswordCredential.NONE);
      assertEquals("x".repeat(255), added.getDisplayName());
    }
  }

  @Test
  public void anOverLongValueInABulkCallFailsAlone() throws Exception {
    BulkAddResult<User> result =
        open.manager.addAllUsers(
            open.okta, List.of(open.bulk("a".repeat(256)), open.bulk("bob")), false);
    assertEquals(List.of("a".repeat(256)), names(result.getFailedEntities()));
    assertNotNull(open.manager.findUserByName(open.okta, "bob"));
  }

  @Test
  public void updateUserReplacesTheWholeRecordAndFillsNames() throws Exception {
    open.addUser(open.okta, "ann");
    UserTemplate bare = new UserTemplate("ann", open.okta);
    bare.setDisplayName("Ann Mary Lee");
    User after = open.manager.updateUser(open.okta, bare);
    assertFalse(after.isActive());
    assertNull(after.getEmailAddress());
    assertEquals("Ann", after.getFirstName());
    assertEquals("Mary Lee", after.getLastName());
    UserEditedEvent event = open.events(UserEditedEvent.class).get(0);
    assertEquals("ann@example.com", event.getOriginalUser().getEmailAddress());
  }

  @Test
  public void missingNamesComeFromTheOthersAndLastFromTheLogin() throws Exception {
    open.manager.addAllUsers(open.okta, List.of(open.bulk("jsmith")), false);
    User bare = open.manager.findUserByName(open.okta, "jsmith");
    assertEquals("jsmith", bare.getDisplayName());
    assertEquals("jsmith", bare.getLastName());
    assertEquals("", bare.getFirstName());
    UserTemplate named = new UserTemplate("jsmith", "John", "Smith", null);
    named.setDirectoryId(open.okta);
    assertEquals("John Smith", open.manager.updateUser(open.okta, named).getDisplayName());
  }

  @Test
  public void everyUpdateMovesTheDateOfChangeEvenWhenNothingDiffers() throws Exception {
    open.addUser(open.okta, "ann");
    String before = open.jira.tablesDigest();
    assertEquals(before, open.jira.tablesDigest());
    String changed = "select count(*) from cwd_user where updated_date > created_date";
    assertEquals(0, new Jdbc(open.database.source()).count(changed));
    User ann = open.manager.findUserByName(open.okta, "ann");
    open.manager.updateUser(open.okta, new UserTemplate(ann));
    assertNotEquals(before, open.jira.tablesDigest());
    assertEquals(1, new Jdbc(open.database.source()).count(changed));
  }

  @Test
  public void storeUserAttributesReplacesTheNamedOnesOnly() throws Exception {
    open.addUser(open.okta, "ann");
    open.manager.storeUserAttributes(
        open.okta, "ann", Map.of("a", Set.of("1", "2"), "b", Set.of("3")));
    open.manager.storeUserAttributes(open.okta, "ann", Map.of("a", Set.of("4")));
    UserWithAttributes ann = open.manager.findUserWithAttributesByName(open.okta, "ann");
    assertEquals(Set.of("4"), ann.getValues("a"));
    assertEquals("3", ann.getValue("b"));
    open.manager.removeUserAttributes(open.okta, "ann", "b");
    assertNull(open.manager.findUserWithAttributesByName(open.okta, "ann").getValue("b"));
  }

  @Test
  public void anOverLongAttributeIsACheckedFailureOrCut() throws Exception {
    open.addUser(open.okta, "ann");
    Map<String, Set<String>> wide = Map.of("wide", Set.of("w".repeat(300)));
    if (strict) {
      assertThrows(
          OperationFailedException.class,
          () -> open.manager.storeUserAttributes(open.okta, "ann", wide));
    } else {
      open.manager.storeUserAttributes(open.okta, "ann", wide);
      assertEquals(
          255,
          open.manager.findUserWithAttributesByName(open.okta, "ann").getValue("wide").length());
    }
  }

  @Test
  public void removeUserRemovesTheAccountAndLeavesTheUserKey() throws Exception {
    open.addUser(open.okta, "ann");
    open.addGroup(open.okta, "staff");
    open.manager.addUserToGroup(open.okta, "ann", "staff");
    String key = open.jira.keyOf("ann").orElseThrow();
    open.manager.removeUser(open.okta, "ann");
    assertThrows(UserNotFoundException.class, () -> open.manager.findUserByName(open.okta, "ann"));
    assertFalse(open.manager.isUserDirectGroupMember(open.okta, "ann", "staff"));
    assertEquals(key, open.jira.keyOf("ann").orElseThrow());
  }

  private static List<String> names(Iterable<User> users) {
    List<String> names = new java.util.ArrayList<>();
    users.forEach(user -> names.add(user.getName()));
    return names;
  }
}
