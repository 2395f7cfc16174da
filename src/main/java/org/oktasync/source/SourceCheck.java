package org.oktasync.source;

import java.util.List;
import org.oktasync.model.Message;

/**
 * The result of testing a connection to the source.
 *
 * @param steps what was tried, in order; a step that could not be tried is left out
 * @param organisationId the source's id of the organisation; empty when unknown
 * @param organisationName the organisation's name; empty when unknown
 */
public record SourceCheck(List<Step> steps, String organisationId, String organisationName) {
  /**
   * One thing that was tried.
   *
   * @param name stable name, for example {@code sign-in} or {@code read-users}
   * @param ok whether it worked
   * @param message what was found, with cause and remedy when it failed
   */
  public record Step(String name, boolean ok, Message message) {}

  public SourceCheck {
    steps = List.copyOf(steps);
  }

  /** Whether every step worked. */
  public boolean ok() {
    return !steps.isEmpty() && steps.stream().allMatch(Step::ok);
  }
}
