package org.oktasync.source;

import java.time.Duration;
import java.util.Optional;
import org.oktasync.model.Message;

/**
 * The identity source could not answer. Callers ask for the kind, and show the message, which names
 * cause and remedy.
 */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What may be done about it. */
  public enum Kind {
    /** A passing fault: the same call may succeed later. */
    RETRY,
    /** The source asks to wait, for {@link #retryAfter()} if it says how long. */
    RETRY_AFTER,
    /** The object does not exist. */
    NOT_FOUND,
    /** Not signed in, or not allowed. */
    DENIED,
    /**
     * The source does not offer this to the connection, and other things are not touched by that:
     * the organisation lacks the feature, or the connection the right to see it.
     */
    FEATURE_MISSING,
    /** Nothing that a retry mends: wrong address, wrong answer, wrong settings. */
    FATAL
  }

  private final Kind kind;
  private final transient Message problem;
  private final transient Duration retryAfter;

  public SourceException(Kind kind, Message problem, Throwable cause) {
    this(kind, problem, null, cause);
  }

  /**
   * @param retryAfter how long the source asks to wait; null when it does not say
   * @param cause what was thrown underneath; may be null
   */
  public SourceException(Kind kind, Message problem, Duration retryAfter, Throwable cause) {
    super(problem.code() + " " + problem.arguments(), cause);
    this.kind = kind;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** What may be done about it. */
  public Kind kind() {
    return kind;
  }

  /** Cause and remedy, for a person. */
  public Message problem() {
    return problem;
  }

  /** How long the source asks to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
