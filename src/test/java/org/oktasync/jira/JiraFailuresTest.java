package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import com.atlassian.crowd.exception.DirectoryCurrentlySynchronisingException;
import com.atlassian.crowd.exception.DirectoryInstantiationException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.OperationNotPermittedException;
import com.atlassian.crowd.exception.OperationNotSupportedException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplate;
import org.junit.Test;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

public class JiraFailuresTest {
  @Test
  public void whatCrowdThrowsHasAKindAndACode() {
    check(new DirectoryNotFoundException(7L), Kind.FATAL, "directory-gone");
    check(new DirectoryInstantiationException("x"), Kind.FATAL, "directory-unusable");
    check(new UserNotFoundException("ada"), Kind.NOT_FOUND, "account-gone");
    check(new GroupNotFoundException("staff"), Kind.NOT_FOUND, "group-gone");
    check(new UserAlreadyExistsException(7, "ada"), Kind.CONFLICT, "name-exists");
    check(new InvalidUserException(new UserTemplate("ada"), "x"), Kind.INVALID, "account-refused");
    check(
        new InvalidGroupException(new GroupTemplate("staff"), "x"), Kind.INVALID, "group-refused");
    check(new ReadOnlyGroupException("staff"), Kind.DENIED, "group-read-only");
    check(new DirectoryPermissionException("x"), Kind.DENIED, "directory-denies");
    check(new OperationNotPermittedException("x"), Kind.DENIED, "directory-denies");
    check(new OperationNotSupportedException("x"), Kind.DENIED, "directory-operation-unsupported");
    check(new DirectoryCurrentlySynchronisingException(7), Kind.RETRY, "directory-busy");
    check(new OperationFailedException("x"), Kind.RETRY, "directory-failed");
  }

  @Test
  public void theUncheckedTwinsMeanTheSame() {
    check(
        new com.atlassian.crowd.exception.runtime.UserNotFoundException("ada"),
        Kind.NOT_FOUND,
        "account-gone");
    check(
        new com.atlassian.crowd.exception.runtime.GroupNotFoundException("staff"),
        Kind.NOT_FOUND,
        "group-gone");
    check(
        new com.atlassian.crowd.exception.runtime.OperationFailedException("x"),
        Kind.RETRY,
        "directory-failed");
  }

  @Test
  public void whatIsNotCrowdsIsTranslatedToo() {
    check(new UnsupportedOperationException("x"), Kind.DENIED, "directory-operation-unsupported");
    check(new IllegalArgumentException("x"), Kind.INVALID, "value-refused");
    check(new IllegalStateException("database is away"), Kind.RETRY, "directory-failed");
  }

  @Test
  public void aMemberThatThisJiraDoesNotHaveIsFatal() {
    TargetException failure =
        assertThrows(
            TargetException.class,
            () ->
                JiraCalls.order(
                    "ada",
                    () -> {
                      throw new NoSuchMethodError("DirectoryManager.addAllUsers");
                    }));

    assertEquals(Kind.FATAL, failure.kind());
    assertEquals(
        Message.of("jira-api-missing", "ada", "DirectoryManager.addAllUsers"), failure.problem());
  }

  @Test
  public void aTranslatedFailureIsNotTranslatedAgain() {
    TargetException thrown = new TargetException(Kind.CONFLICT, Message.of("x"), null);

    TargetException failure =
        assertThrows(
            TargetException.class,
            () ->
                JiraCalls.order(
                    "ada",
                    () -> {
                      throw thrown;
                    }));

    assertSame(thrown, failure);
  }

  @Test
  public void anErrorOfTheMachineIsNoAnswer() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            JiraCalls.order(
                "ada",
                () -> {
                  throw new OutOfMemoryError();
                }));
  }

  private static void check(Throwable thrown, Kind kind, String code) {
    TargetException failure = JiraFailures.translate("subject", thrown);
    assertEquals(kind, failure.kind());
    assertEquals(code, failure.problem().code());
    assertEquals("subject", failure.problem().arguments().get(0));
    assertSame(thrown, failure.getCause());
  }
}
