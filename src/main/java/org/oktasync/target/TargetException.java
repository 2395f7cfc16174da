package org.oktasync.target;

import org.oktasync.model.Message;

/** The target refused or failed one change. Callers ask for the kind. */
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What may be done about it. */
  public enum Kind {
    /** A passing fault: the same change may succeed later. */
    RETRY,
    /** The thing to change does not exist. */
    NOT_FOUND,
    /** The present value is not the one that the plan was made for. */
    CHANGED_SINCE,
    /** The name is taken. */
    CONFLICT,
    /** The value is not acceptable to the target. */
    INVALID,
    /** The target does not allow it. */
    DENIED,
    /** The target as a whole is unusable: every further change would fail too. */
    FATAL
  }

  private final Kind kind;
  private final transient Message problem;

  /**
   * @param cause what was thrown underneath; may be null
   */
  public TargetException(Kind kind, Message problem, Throwable cause) {
    super(problem.code() + " " + problem.arguments(), cause);
    this.kind = kind;
    this.problem = problem;
  }

  /** The present state is not the one that the plan was made for. */
  public static TargetException changedSince() {
    return new TargetException(Kind.CHANGED_SINCE, Message.of("changed-since"), null);
  }

  /** What may be done about it. */
  public Kind kind() {
    return kind;
  }

  /** Cause and remedy, for a person. */
  public Message problem() {
    return problem;
  }
}
