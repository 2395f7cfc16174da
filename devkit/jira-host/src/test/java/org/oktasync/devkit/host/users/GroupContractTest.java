package org.oktasync.devkit.host.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.event.group.GroupCreatedEvent;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.NestedGroupsNotSupportedException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.Combine;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.builder.Restriction;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.PropertyUtils;
import com.atlassian.crowd.search.query.entity.restriction.constants.DirectoryTermKeys;
import com.atlassian.crowd.search.query.entity.restriction.constants.UserTermKeys;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What Jira's user directories promise about groups, memberships and searches. */
@RunWith(Parameterized.class)
public class GroupContractTest {

  private final boolean strict;
  private final OpenJira open;

  public GroupContractTest(boolean strict) {
    this.strict = strict;
    this.open = new OpenJira(strict);
  }

  @Parameters(name = "strict={0}")
  public static List<Boolean> readings() {
    return List.of(true, false);
  }

  @After
  public void close() {
    open.close();
  }

  @Test
  public void addGroupOfAnExistingNameIsAnInvalidGroup() throws Exception {
    open.addGroup(open.okta, "Staff");
    assertThrows(InvalidGroupException.class, () -> open.addGroup(open.okta, "STAFF"));
    assertThrows(InvalidGroupException.class, () -> open.addGroup(open.okta, " Staff"));
    GroupTemplate other = new GroupTemplate("other", 1);
    assertThrows(IllegalArgumentException.class, () -> open.manager.addGroup(open.okta, other));
    assertEquals(1, open.events(GroupCreatedEvent.class).size());
  }

  @Test
  public void groupNamesOfEverySignAndScriptAreKept() throws Exception {
    for (String name : List.of("a/b, c'd\"e + #f", "Отдел кадров", "人事部", "100%_!?&<b>")) {
      open.addGroup(open.okta, name);
      assertEquals(name, open.manager.findGroupByName(open.okta, name).getName());
    }
  }

  @Test
  public void groupsAreRenamedInTheLenientReadingOnly() throws Exception {
    open.addGroup(open.okta, "old");
    open.addUser(open.okta, "ann");
    open.manager.addUserToGroup(open.okta, "ann", "old");
    if (strict) {
      assertThrows(
          UnsupportedOperationException.class,
          () -> open.manager.renameGroup(open.okta, "old", "new"));
    } else {
      open.manager.renameGroup(open.okta, "old", "new");
      assertTrue(open.manager.isUserDirectGroupMember(open.okta, "ann", "new"));
    }
  }

  @Test
  public void addUserToGroupSaysWhatIsMissingOrAlreadyThere() throws Exception {
    open.addGroup(open.okta, "staff");
    open.addUser(open.okta, "ann");
    assertThrows(
        GroupNotFoundException.class,
        () -> open.manager.addUserToGroup(open.okta, "ann", "nobody"));
    assertThrows(
        UserNotFoundException.class, () -> open.manager.addUserToGroup(open.okta, "bob", "staff"));
    open.manager.addUserToGroup(open.okta, "ANN", "Staff");
    assertThrows(
        MembershipAlreadyExistsException.class,
        () -> open.manager.addUserToGroup(open.okta, "ann", "staff"));
  }

  @Test
  public void removeUserFromGroupOfAnOutsiderIsMembershipNotFound() throws Exception {
    open.addGroup(open.okta, "staff");
    open.addUser(open.okta, "ann");
    assertThrows(
        MembershipNotFoundException.class,
        () -> open.manager.removeUserFromGroup(open.okta, "ann", "staff"));
    open.manager.addUserToGroup(open.okta, "ann", "staff");
    open.manager.removeUserFromGroup(open.okta, "ANN", "STAFF");
    assertFalse(open.manager.isUserDirectGroupMember(open.okta, "ann", "staff"));
  }

  @Test
  public void addUserToGroupPublishesTwoEvents() throws Exception {
    open.addGroup(open.okta, "staff");
    open.addUser(open.okta, "ann");
    open.events.clear();
    open.manager.addUserToGroup(open.okta, "ann", "staff");
    assertEquals(1, open.events(Membership.Created.class).size());
    assertEquals(1, open.events(Membership.AllCreated.class).size());
    assertEquals(2, open.events.size());
  }

  @Test
  public void addAllUsersToGroupPublishesOneEventEachAndOneForAll() throws Exception {
    addPeople("ann", "bob", "carl");
    open.events.clear();
    BulkAddResult<String> result =
        open.manager.addAllUsersToGroup(open.okta, List.of("Ann", "bob", "ghost"), "staff");
    assertEquals(List.of("ghost"), List.copyOf(result.getFailedEntities()));
    assertEquals(2, result.getAddedSuccessfully());
    assertEquals(2, open.events(Membership.Created.class).size());
    assertEquals(
        Set.of("ann", "bob"),
        new HashSet<>(open.events(Membership.AllCreated.class).get(0).children()));
    assertEquals(3, open.events.size());
    result = open.manager.addAllUsersToGroup(open.okta, List.of("ann", "carl"), "staff");
    assertEquals(List.of("ann"), List.copyOf(result.getExistingEntities()));
  }

  @Test
  public void removeGroupRemovesItsMemberships() throws Exception {
    addPeople("ann");
    open.manager.addUserToGroup(open.okta, "ann", "staff");
    open.manager.removeGroup(open.okta, "STAFF");
    assertThrows(
        GroupNotFoundException.class, () -> open.manager.findGroupByName(open.okta, "staff"));
    open.addGroup(open.okta, "staff");
    assertFalse(open.manager.isUserDirectGroupMember(open.okta, "ann", "staff"));
  }

  @Test
  public void groupsNestOnlyWhereTheDirectorySaysSo() throws Exception {
    open.addGroup(open.okta, "parent");
    open.addGroup(open.okta, "child");
    assertThrows(
        NestedGroupsNotSupportedException.class,
        () -> open.manager.addGroupToGroup(open.okta, "child", "parent"));
  }

  @Test
  public void childrenAndParentsAreFoundAsNamesOrEntitiesDirectOnesOnly() throws Exception {
    addPeople("Ann", "bob");
    open.addGroup(open.okta, "Other");
    open.manager.addAllUsersToGroup(open.okta, List.of("Ann", "bob"), "staff");
    open.manager.addUserToGroup(open.okta, "Ann", "Other");
    String spelled = strict ? "ann" : "Ann";
    assertEquals(Set.of(spelled, "bob"), Set.copyOf(members(String.class, "STAFF")));
    assertEquals(
        Set.of("Ann", "bob"),
        new HashSet<>(members(User.class, "staff").stream().map(User::getName).toList()));
    MembershipQuery<Group> parents =
        QueryBuilder.queryFor(Group.class, EntityDescriptor.group())
            .parentsOf(EntityDescriptor.user())
            .withName("ann")
            .returningAtMost(EntityQuery.ALL_RESULTS);
    assertEquals(
        Set.of("staff", "Other"),
        new HashSet<>(
            open.manager.searchDirectGroupRelationships(open.okta, parents).stream()
                .map(Group::getName)
                .toList()));
    assertEquals(List.of(), members(String.class, "unknown group"));
  }

  @Test
  public void searchesArePagedAndRestricted() throws Exception {
    addPeople("ann", "bob", "b%b", "carl");
    open.manager.storeUserAttributes(open.okta, "carl", Map.of("Team", Set.of("Blue")));
    assertEquals(4, users(QueryBuilder.NULL_RESTRICTION, 0, EntityQuery.ALL_RESULTS).size());
    assertEquals(2, users(QueryBuilder.NULL_RESTRICTION, 2, 10).size());
    assertEquals(
        List.of("bob"), users(Restriction.on(UserTermKeys.USERNAME).exactlyMatching("BOB")));
    assertEquals(List.of("b%b"), users(Restriction.on(UserTermKeys.USERNAME).startingWith("b%")));
    assertEquals(
        List.of("ann"),
        users(Restriction.on(UserTermKeys.EMAIL).exactlyMatching("ANN@example.com")));
    assertEquals(
        List.of("carl"),
        users(
            Combine.allOf(
                Restriction.on(PropertyUtils.ofTypeString("Team")).exactlyMatching("blue"),
                Restriction.on(UserTermKeys.ACTIVE).exactlyMatching(true))));
    assertThrows(
        UnsupportedOperationException.class,
        () -> users(Restriction.on(UserTermKeys.USERNAME).greaterThan("a")));
  }

  @Test
  public void directorySearchTakesNoRestrictionOrOnlyASimpleOne() {
    EntityQuery<Directory> all =
        QueryBuilder.queryFor(Directory.class, EntityDescriptor.directory())
            .returningAtMost(EntityQuery.ALL_RESULTS);
    assertEquals(2, open.manager.searchDirectories(all).size());
    EntityQuery<Directory> named =
        QueryBuilder.queryFor(Directory.class, EntityDescriptor.directory())
            .with(Restriction.on(DirectoryTermKeys.NAME).exactlyMatching("Okta"))
            .returningAtMost(EntityQuery.ALL_RESULTS);
    if (strict) {
      assertThrows(
          UnsupportedOperationException.class, () -> open.manager.searchDirectories(named));
    } else {
      assertEquals(DirectoryType.INTERNAL, open.manager.searchDirectories(named).get(0).getType());
    }
  }

  private void addPeople(String... names) throws Exception {
    open.addGroup(open.okta, "staff");
    for (String name : names) {
      open.addUser(open.okta, name);
    }
  }

  private <T> List<T> members(Class<T> type, String group) throws Exception {
    return open.manager.searchDirectGroupRelationships(
        open.okta,
        QueryBuilder.queryFor(type, EntityDescriptor.user())
            .childrenOf(EntityDescriptor.group())
            .withName(group)
            .returningAtMost(EntityQuery.ALL_RESULTS));
  }

  private List<String> users(SearchRestriction restriction) throws Exception {
    return users(restriction, 0, EntityQuery.ALL_RESULTS);
  }

  private List<String> users(SearchRestriction restriction, int start, int maximum)
      throws Exception {
    return open.manager.searchUsers(
        open.okta,
        QueryBuilder.queryFor(String.class, EntityDescriptor.user(), restriction, start, maximum));
  }
}
