package org.oktasync.run.settings;

import java.util.List;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;

/**
 * A connection of a configuration that is imported, and what becomes of it.
 *
 * @param settings its settings, with a directory of this Jira
 * @param action what an import does
 * @param changed names of the settings that change in a connection that is there already
 * @param problems why it cannot be imported; empty when it can
 */
public record ImportedConnection(
    ConnectionSettings settings, Action action, List<String> changed, List<FieldProblem> problems) {
  /** What an import does with a connection. */
  public enum Action {
    /** It is made, without a token and switched off. */
    ADD,
    /** The one of the same name gets these settings and keeps its token. */
    CHANGE,
    /** The one of the same name has these settings already. */
    NONE
  }

  public ImportedConnection {
    changed = List.copyOf(changed);
    problems = List.copyOf(problems);
  }
}
