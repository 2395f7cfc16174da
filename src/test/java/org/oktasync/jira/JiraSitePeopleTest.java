package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.PropertyRestriction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.target.TargetException;

/** People of this Jira, by their one e-mail address or their name. */
public class JiraSitePeopleTest {
  private final DirectoryManager crowd = mock(DirectoryManager.class);
  private final UserManager users = mock(UserManager.class);
  private final FakeDirectoryService directories = FakeDirectoryService.with(1, 2);
  private final Map<String, List<String>> namesByEmail = new HashMap<>();
  private final JiraSitePeople people = new JiraSitePeople(directories, crowd, users);

  @Before
  public void search() throws Exception {
    when(crowd.searchUsers(any(Long.class), any()))
        .thenAnswer(
            call -> {
              EntityQuery<?> query = call.getArgument(1);
              Object asked = ((PropertyRestriction<?>) query.getSearchRestriction()).getValue();
              String email = IdentifierUtils.toLowerCase((String) asked);
              return namesByEmail.getOrDefault(call.getArgument(0) + " " + email, List.of());
            });
  }

  private void person(long directory, String name, String key, String email, boolean active) {
    ApplicationUser user = mock(ApplicationUser.class);
    when(user.getName()).thenReturn(name);
    when(user.getKey()).thenReturn(key);
    when(user.getEmailAddress()).thenReturn(email);
    when(user.isActive()).thenReturn(active);
    when(users.getUserByName(name)).thenReturn(user);
    hold(directory, name, email);
  }

  private void hold(long directory, String name, String email) {
    namesByEmail
        .computeIfAbsent(directory + " " + email.toLowerCase(), any -> new ArrayList<>())
        .add(name);
  }

  @Test
  public void theOneActivePersonWithTheAddress_isFound() {
    person(2, "ada", "JIRAUSER1", "Ada@example.com", true);
    person(1, "old", "JIRAUSER2", "ada@example.com", false);
    assertEquals(found("ada", "JIRAUSER1"), people.find("ADA@example.com"));
  }

  @Test
  public void severalWithTheAddress_areNobody() {
    person(1, "ada", "JIRAUSER1", "team@example.com", true);
    person(2, "bob", "JIRAUSER2", "team@example.com", true);
    assertEquals(Optional.empty(), people.find("team@example.com"));
  }

  @Test
  public void onePersonInTwoDirectories_isOne_withTheAddressOfTheEarliest() {
    person(1, "ada", "JIRAUSER1", "ada@example.com", true);
    hold(2, "ada", "ada@example.com");
    hold(2, "ada", "hidden@example.com");
    assertEquals(found("ada", "JIRAUSER1"), people.find("ada@example.com"));
    assertEquals(Optional.empty(), people.find("hidden@example.com"));
  }

  @Test
  public void whoHasNoSuchAddress_isFoundByName_whenActive() {
    person(1, "ada@example.com", "JIRAUSER1", "other@example.com", true);
    person(1, "gone", "JIRAUSER2", "gone@example.com", false);
    assertEquals(found("ada@example.com", "JIRAUSER1"), people.find("ada@example.com"));
    assertEquals(Optional.empty(), people.find("gone"));
    assertEquals(Optional.empty(), people.find("nobody"));
  }

  @Test
  public void whereNobodyCanBeLookedUp_thatIsTold() throws Exception {
    doThrow(new IllegalStateException("down")).when(crowd).searchUsers(any(Long.class), any());
    assertThrows(TargetException.class, () -> people.find("ada@example.com"));
  }

  private static Optional<AssetsUser> found(String name, String key) {
    return Optional.of(new AssetsUser(name, key));
  }
}
