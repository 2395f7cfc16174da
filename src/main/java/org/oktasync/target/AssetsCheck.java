package org.oktasync.target;

import java.util.List;
import org.oktasync.model.Message;

/**
 * What was found when the way to Assets was tried.
 *
 * @param steps what was tried, in order; a step that could not be tried is left out
 * @param user who the token belongs to; empty when unknown
 */
public record AssetsCheck(List<Step> steps, String user) {
  /**
   * One thing that was tried.
   *
   * @param name stable name, for example {@code sign-in} or {@code create-objects}
   * @param ok whether it worked
   * @param message what was found, with cause and remedy when it failed
   */
  public record Step(String name, boolean ok, Message message) {}

  public AssetsCheck {
    steps = List.copyOf(steps);
  }

  /** Whether every step worked. */
  public boolean ok() {
    return !steps.isEmpty() && steps.stream().allMatch(Step::ok);
  }
}
