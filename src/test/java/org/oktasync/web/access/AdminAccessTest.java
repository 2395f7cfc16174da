package org.oktasync.web.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import org.junit.Test;

/** Who may use the product. */
public class AdminAccessTest {
  private static final UserKey KEY = new UserKey("JIRAUSER10000");

  private final UserManager users = mock(UserManager.class);
  private final AdminAccess access = new AdminAccess(users);

  @Test
  public void nobody_isRefusedAsNotSignedIn() {
    assertFalse(refused().signedIn());
  }

  @Test
  public void anAdministratorOfJira_whoIsNoSystemAdministrator_isRefused() {
    when(users.getRemoteUserKey()).thenReturn(KEY);
    when(users.isAdmin(KEY)).thenReturn(true);
    assertTrue(refused().signedIn());
  }

  @Test
  public void aSystemAdministrator_passesByUserName() {
    UserProfile profile = mock(UserProfile.class);
    when(profile.getUsername()).thenReturn("ada");
    when(users.getRemoteUserKey()).thenReturn(KEY);
    when(users.isSystemAdmin(KEY)).thenReturn(true);
    when(users.getUserProfile(KEY)).thenReturn(profile);
    assertEquals("ada", access.requireAdministrator());
  }

  @Test
  public void aSystemAdministratorWithoutProfile_passesByKey() {
    when(users.getRemoteUserKey()).thenReturn(KEY);
    when(users.isSystemAdmin(KEY)).thenReturn(true);
    assertEquals("JIRAUSER10000", access.requireAdministrator());
  }

  private AccessDeniedException refused() {
    return assertThrows(AccessDeniedException.class, access::requireAdministrator);
  }
}
