package org.oktasync.jira;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.target.TargetException;

public class ApplicationAccessTest {
  private final UserManager users = mock(UserManager.class);
  private final ApplicationRoleManager roles = mock(ApplicationRoleManager.class);
  private final ApplicationAccess access = new ApplicationAccess(users, roles);

  @Test
  public void groupsDecideAndNotTheStateOfTheAccount() {
    ApplicationUser agent = mock(ApplicationUser.class);
    ApplicationUser customer = mock(ApplicationUser.class);
    when(users.getUserByName("agent")).thenReturn(agent);
    when(users.getUserByName("customer")).thenReturn(customer);
    when(roles.hasAnyRole(agent)).thenReturn(true);

    assertTrue(access.opensAnyApplication(new AccountName("agent")));
    assertFalse(access.opensAnyApplication(new AccountName("customer")));
    assertFalse(access.opensAnyApplication(new AccountName("nobody")));
  }

  @Test
  public void whatJiraCannotTellIsAFailureAndNoAnswer() {
    when(users.getUserByName("agent")).thenThrow(new IllegalStateException("no key"));

    assertThrows(TargetException.class, () -> access.opensAnyApplication(new AccountName("agent")));
  }
}
