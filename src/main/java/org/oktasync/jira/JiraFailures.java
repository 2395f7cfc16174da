package org.oktasync.jira;

import com.atlassian.crowd.exception.DirectoryCurrentlySynchronisingException;
import com.atlassian.crowd.exception.DirectoryInstantiationException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.ObjectAlreadyExistsException;
import com.atlassian.crowd.exception.OperationNotPermittedException;
import com.atlassian.crowd.exception.OperationNotSupportedException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import java.util.List;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * What Crowd and Jira throw, as the port's kinds. Several names exist twice in Crowd, checked and
 * unchecked, with no common ancestor of use; both are here. What is not known, a database failure
 * for instance, counts as passing.
 */
final class JiraFailures {
  /** One row: what is thrown, and what it means. */
  private record Meaning(Class<? extends Throwable> thrown, Kind kind, String code) {}

  /** The first row that fits holds, so that a subclass stands before its parent. */
  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning(LinkageError.class, Kind.FATAL, "jira-api-missing"),
          new Meaning(DirectoryNotFoundException.class, Kind.FATAL, "directory-gone"),
          new Meaning(DirectoryInstantiationException.class, Kind.FATAL, "directory-unusable"),
          new Meaning(UserNotFoundException.class, Kind.NOT_FOUND, "account-gone"),
          new Meaning(
              com.atlassian.crowd.exception.runtime.UserNotFoundException.class,
              Kind.NOT_FOUND,
              "account-gone"),
          new Meaning(GroupNotFoundException.class, Kind.NOT_FOUND, "group-gone"),
          new Meaning(
              com.atlassian.crowd.exception.runtime.GroupNotFoundException.class,
              Kind.NOT_FOUND,
              "group-gone"),
          new Meaning(ObjectAlreadyExistsException.class, Kind.CONFLICT, "name-exists"),
          new Meaning(InvalidUserException.class, Kind.INVALID, "account-refused"),
          new Meaning(InvalidCredentialException.class, Kind.INVALID, "account-refused"),
          new Meaning(InvalidGroupException.class, Kind.INVALID, "group-refused"),
          new Meaning(InvalidMembershipException.class, Kind.INVALID, "membership-refused"),
          new Meaning(IllegalArgumentException.class, Kind.INVALID, "value-refused"),
          new Meaning(ReadOnlyGroupException.class, Kind.DENIED, "group-read-only"),
          new Meaning(DirectoryPermissionException.class, Kind.DENIED, "directory-denies"),
          new Meaning(OperationNotPermittedException.class, Kind.DENIED, "directory-denies"),
          new Meaning(PermissionException.class, Kind.DENIED, "directory-denies"),
          new Meaning(
              OperationNotSupportedException.class, Kind.DENIED, "directory-operation-unsupported"),
          new Meaning(
              UnsupportedOperationException.class, Kind.DENIED, "directory-operation-unsupported"),
          new Meaning(
              DirectoryCurrentlySynchronisingException.class, Kind.RETRY, "directory-busy"));

  private JiraFailures() {}

  /** The exception of the port for what a call about {@code subject} threw. */
  static TargetException translate(String subject, Throwable thrown) {
    for (Meaning meaning : MEANINGS) {
      if (meaning.thrown().isInstance(thrown)) {
        return failure(meaning.kind(), meaning.code(), subject, thrown);
      }
    }
    return failure(Kind.RETRY, "directory-failed", subject, thrown);
  }

  private static TargetException failure(Kind kind, String code, String subject, Throwable cause) {
    return new TargetException(kind, Message.of(code, subject, detail(cause)), cause);
  }

  /** The thrown text, or where there is none, its class. */
  static String detail(Throwable thrown) {
    String text = thrown.getMessage();
    return text == null || text.isBlank() ? thrown.getClass().getSimpleName() : text;
  }
}
