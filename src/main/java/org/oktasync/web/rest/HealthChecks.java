package org.oktasync.web.rest;

import java.util.List;
import org.oktasync.model.Message;

/** Looks whether the product finds everything of Jira that it needs. */
@FunctionalInterface
public interface HealthChecks {
  /**
   * What one look found.
   *
   * @param name stable name of what was looked at
   * @param ok whether it is as it should be
   * @param message what was found, with cause and remedy when it is not
   */
  record Check(String name, boolean ok, Message message) {}

  /** Looks at everything; finds what is wrong rather than throwing. */
  List<Check> run();
}
