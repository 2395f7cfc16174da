package org.oktasync.okta;

import org.oktasync.source.Completeness;
import org.oktasync.source.SourceException;

/**
 * How the reading of one list ended.
 *
 * @param completeness whether it came whole
 * @param failure what broke it; null when nothing was thrown
 */
record ListOutcome(Completeness completeness, SourceException failure) {
  static ListOutcome of(Completeness judged) {
    return new ListOutcome(judged, null);
  }

  static ListOutcome failed(SourceException e) {
    return new ListOutcome(Completeness.broken(e.problem().code()), e);
  }

  boolean whole() {
    return completeness.complete();
  }

  /** The code of why it did not come whole. */
  String reason() {
    return completeness.reason();
  }

  /** Whether the source does not offer the list to this connection. */
  boolean featureMissing() {
    return failure != null && failure.kind() == SourceException.Kind.FEATURE_MISSING;
  }
}
