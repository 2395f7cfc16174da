package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;

public class ReflectiveUserDeletionTest {
  private static final AccountName ANN = new AccountName("ann");

  private final UserManager users = mock(UserManager.class);
  private final Validation service = mock(Validation.class);
  private final ApplicationUser ann = mock(ApplicationUser.class);
  private final ApplicationUser root = mock(ApplicationUser.class);

  /** The methods of Jira's service that are called, as documents describe them. */
  public interface Validation {
    Result validateDeleteUser(ApplicationUser asks, ApplicationUser user);
  }

  /** What the service answers. */
  public record Result(boolean isValid, Errors getErrorCollection) {}

  /** What Jira has against it. */
  public record Errors(Collection<String> getErrorMessages) {}

  /** An answer of another form. */
  public interface Other {
    String validateDeleteUser(ApplicationUser asks, ApplicationUser user);
  }

  @Before
  public void setUp() {
    ApplicationUser off = mock(ApplicationUser.class);
    when(users.getUserByName("admin")).thenReturn(off);
    when(users.getUserByName("root")).thenReturn(root);
    when(users.getUserByName("ann")).thenReturn(ann);
    when(root.isActive()).thenReturn(true);
  }

  private ReflectiveUserDeletion deletion(Class<?> found, Object instance, String... admins) {
    ClassLoader jira =
        new ClassLoader(null) {
          @Override
          public Class<?> loadClass(String name) throws ClassNotFoundException {
            if (found == null) {
              throw new ClassNotFoundException(name);
            }
            return found;
          }
        };
    Set<AccountName> administrators =
        Set.copyOf(List.of(admins).stream().map(AccountName::new).toList());
    return new ReflectiveUserDeletion(users, type -> instance, () -> administrators, jira);
  }

  private ReflectiveUserDeletion deletion() {
    return deletion(Validation.class, service, "admin", "root");
  }

  @Test
  public void anActiveAdministratorAsksAndJiraAgrees() {
    when(service.validateDeleteUser(root, ann)).thenReturn(new Result(true, new Errors(List.of())));

    assertEquals(Optional.empty(), deletion().obstacle(ANN));
    assertEquals(Optional.empty(), deletion().problem());
  }

  @Test
  public void whatJiraSaysIsTheReason() {
    when(service.validateDeleteUser(root, ann))
        .thenReturn(new Result(false, new Errors(List.of("3 issues", "1 project"))));

    assertEquals(Optional.of(Message.of("deletion-refused", "3 issues")), deletion().obstacle(ANN));
  }

  @Test
  public void whereNothingIsKnownNobodyIsDeleted() {
    for (ReflectiveUserDeletion unknowing :
        List.of(
            deletion(null, service, "root"),
            deletion(Validation.class, null, "root"),
            deletion(Runnable.class, mock(Runnable.class), "root"),
            deletion(Other.class, mock(Other.class), "root"))) {
      assertEquals("deletion-unchecked", unknowing.obstacle(ANN).orElseThrow().code());
      Message problem = unknowing.problem().orElseThrow();
      assertEquals("user-deletion-missing", problem.code());
      assertTrue(problem.arguments().get(0).endsWith("UserService.validateDeleteUser"));
    }
  }

  @Test
  public void aFailureIsNoAgreement() {
    when(service.validateDeleteUser(root, ann)).thenThrow(new IllegalStateException("index"));

    assertEquals(Optional.of(Message.of("deletion-unchecked", "index")), deletion().obstacle(ANN));
  }

  @Test
  public void withoutAnAdministratorNobodyIsAsked() {
    when(service.validateDeleteUser(null, ann)).thenReturn(new Result(true, new Errors(List.of())));
    ReflectiveUserDeletion nobody = deletion(Validation.class, service, "admin", "gone");

    assertEquals("deletion-unchecked", nobody.obstacle(ANN).orElseThrow().code());
    assertEquals("deletion-unchecked", deletion().obstacle(new AccountName("nobody")).get().code());
  }
}
