package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.UserKeyService;
import com.atlassian.jira.user.util.UserManager;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

public class ReflectiveUserKeysTest {
  private static final AccountName ADA = new AccountName("ada");

  private final UserManager users = mock(UserManager.class);
  private final UserKeyService service = mock(UserKeyService.class);
  private final ReflectiveUserKeys keys = new ReflectiveUserKeys(users, type -> service);

  /** A Jira in which the service stands, but without its methods. */
  private final ReflectiveUserKeys bare =
      new ReflectiveUserKeys(
          users,
          type -> service,
          new ClassLoader(null) {
            @Override
            public Class<?> loadClass(String name) {
              return Runnable.class;
            }
          });

  @Test
  public void theServiceKnowsFormerUsers() {
    when(service.getKeyForUsername("ada")).thenReturn("JIRAUSER1");

    assertEquals("JIRAUSER1", keys.keyOf(ADA));
    assertEquals("", keys.keyOf(new AccountName("bob")));
    assertTrue(keys.knowsFormerUsers());
    assertEquals(Optional.empty(), keys.problem());
  }

  @Test
  public void aKeyLeadsToTheNameOfAnExistingUser() {
    ApplicationUser user = user("Ada", "JIRAUSER1");
    when(users.getUserByKey("JIRAUSER1")).thenReturn(user);

    assertEquals(Optional.of(ADA), keys.nameOf("JIRAUSER1"));
    assertEquals(Optional.empty(), keys.nameOf(""));
  }

  @Test
  public void aKeyLeadsToTheNameOfADeletedUser() {
    ApplicationUser deleted = user("ada", "JIRAUSER1");
    when(users.getUserByKeyEvenWhenUnknown("JIRAUSER1")).thenReturn(deleted);

    assertEquals(Optional.of(ADA), keys.nameOf("JIRAUSER1"));
  }

  @Test
  public void aMadeUpUserIsNotTakenForADeletedOne() {
    ApplicationUser madeUp = user("ada", "ada");
    when(users.getUserByKeyEvenWhenUnknown("ada")).thenReturn(madeUp);

    assertEquals(Optional.empty(), keys.nameOf("ada"));

    when(service.getKeyForUsername("ada")).thenReturn("ada");
    assertEquals("an old key that equals the name", Optional.of(ADA), keys.nameOf("ada"));
  }

  @Test
  public void whatIsMissingIsNamed() {
    String problem = bare.problem().orElseThrow().arguments().get(0);

    assertEquals("user-keys-missing", bare.problem().orElseThrow().code());
    assertTrue(problem, problem.contains("getKeyForUsername"));
    assertFalse(bare.knowsFormerUsers());
  }

  @Test
  public void withoutTheServiceExistingUsersAreStillFound() {
    ApplicationUser user = user("ada", "JIRAUSER1");
    when(users.getUserByName("ada")).thenReturn(user);

    assertEquals("JIRAUSER1", bare.keyOf(ADA));
    assertEquals("", bare.keyOf(new AccountName("bob")));
  }

  @Test
  public void aComponentThatCannotBeHadCountsAsMissing() {
    ReflectiveUserKeys without = new ReflectiveUserKeys(users, type -> null);

    assertFalse(without.knowsFormerUsers());
    assertEquals("user-keys-missing", without.problem().orElseThrow().code());
  }

  @Test
  public void aFailureOfTheServiceIsAFailure() {
    when(service.getKeyForUsername("ada")).thenThrow(new IllegalStateException("database"));

    TargetException failure = assertThrows(TargetException.class, () -> keys.keyOf(ADA));

    assertEquals(Kind.RETRY, failure.kind());
  }

  private static ApplicationUser user(String name, String key) {
    ApplicationUser user = mock(ApplicationUser.class);
    when(user.getUsername()).thenReturn(name);
    when(user.getKey()).thenReturn(key);
    return user;
  }
}
