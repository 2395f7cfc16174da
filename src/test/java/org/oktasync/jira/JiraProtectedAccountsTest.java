package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

public class JiraProtectedAccountsTest {
  private static final GroupName ADMINISTRATORS = new GroupName("jira-administrators");

  private final GlobalPermissionManager permissions = mock(GlobalPermissionManager.class);
  private final FakeDirectoryService directories = FakeDirectoryService.with(1, 2);
  private final FakeCrowd crowd = FakeCrowd.with(1, 2);

  @Before
  public void setUp() {
    grant(GlobalPermissionKey.ADMINISTER, "jira-administrators");
    grant(GlobalPermissionKey.SYSTEM_ADMIN, "system-administrators");
    for (String name : List.of("ada", "bob")) {
      crowd.hold(1, name);
    }
    crowd.hold(2, "Carol");
    crowd.holdGroup(1, "jira-administrators", "ada");
    crowd.holdGroup(1, "system-administrators");
    crowd.holdGroup(1, "staff", "bob");
  }

  @Test
  public void membersOfGroupsWithEitherPermissionAreProtected() {
    crowd.holdGroup(2, "system-administrators", "carol");

    JiraProtectedAccounts accounts = read();

    assertTrue(accounts.isAdministrator(new AccountName("ADA")));
    assertTrue("in another directory", accounts.isAdministrator(new AccountName("carol")));
    assertFalse(accounts.isAdministrator(new AccountName("bob")));
    assertTrue(accounts.givesAdministration(new GroupName("Jira-Administrators")));
    assertFalse(accounts.givesAdministration(new GroupName("staff")));
    assertTrue(accounts.problem().isEmpty());
  }

  @Test
  public void groupsBelowAnAdministrationGroupGiveAdministrationToo() {
    crowd.nest(1, "jira-administrators", "staff");
    crowd.nest(1, "staff", "interns");
    crowd.nest(1, "interns", "jira-administrators");

    JiraProtectedAccounts accounts = read();

    assertTrue(accounts.isAdministrator(new AccountName("bob")));
    assertTrue(accounts.givesAdministration(new GroupName("staff")));
    assertTrue(accounts.givesAdministration(new GroupName("interns")));
  }

  @Test
  public void everythingIsProtectedWhenADirectoryCannotBeRead() {
    directories.directories.add(FakeDirectoryService.internal(3, "Unknown to Crowd"));

    checkEverythingProtected("administrators-unknown");
  }

  @Test
  public void everythingIsProtectedWhenPermissionsCannotBeRead() {
    when(permissions.getGroupNamesWithPermission(GlobalPermissionKey.SYSTEM_ADMIN))
        .thenThrow(new NoSuchMethodError("getGroupNamesWithPermission"));

    checkEverythingProtected("administrators-unknown");
  }

  @Test
  public void everythingIsProtectedWhenNobodyAdministersJira() {
    grant(GlobalPermissionKey.ADMINISTER);
    grant(GlobalPermissionKey.SYSTEM_ADMIN);

    checkEverythingProtected("administrators-none");
  }

  private void checkEverythingProtected(String code) {
    JiraProtectedAccounts accounts = read();
    assertTrue(accounts.isAdministrator(new AccountName("bob")));
    assertTrue(accounts.givesAdministration(ADMINISTRATORS));
    assertTrue(accounts.givesAdministration(new GroupName("staff")));
    assertEquals(code, accounts.problem().orElseThrow().code());
  }

  private JiraProtectedAccounts read() {
    return JiraProtectedAccounts.read(permissions, directories, crowd.manager());
  }

  private void grant(GlobalPermissionKey permission, String... groups) {
    when(permissions.getGroupNamesWithPermission(permission)).thenReturn(List.of(groups));
  }
}
