package com.atlassian.jira.bc.user;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.List;

/**
 * Jira's word on whether somebody may be deleted, in the form that Atlassian's reference of Jira
 * 7.1 documents. Nobody has seen it in a Jira of today, so it is no declaration to compile against:
 * an add-on can only look whether it is there.
 */
public interface UserService {
  /** What speaks against deleting somebody. */
  DeleteUserValidationResult validateDeleteUser(
      ApplicationUser loggedInUser, ApplicationUser userForDelete);

  /** The answer. */
  final class DeleteUserValidationResult {
    private final Errors errors;

    /** An answer with what speaks against it; with nothing, it is valid. */
    public DeleteUserValidationResult(List<String> messages) {
      errors = new Errors(List.copyOf(messages));
    }

    /** Whether nothing speaks against it. */
    public boolean isValid() {
      return errors.messages.isEmpty();
    }

    /** What speaks against it. */
    public Errors getErrorCollection() {
      return errors;
    }
  }

  /** What speaks against it, for a person. */
  final class Errors {
    private final Collection<String> messages;

    Errors(Collection<String> messages) {
      this.messages = messages;
    }

    /** One sentence each. */
    public Collection<String> getErrorMessages() {
      return messages;
    }
  }
}
