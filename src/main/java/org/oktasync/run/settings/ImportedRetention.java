package org.oktasync.run.settings;

import java.util.List;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.RetentionSettings;

/**
 * How long runs are kept, by a configuration that is imported.
 *
 * @param before as it is until then
 * @param after as it is from then on
 * @param problems why it cannot be imported; empty when it can
 */
public record ImportedRetention(
    RetentionSettings before, RetentionSettings after, List<FieldProblem> problems) {
  public ImportedRetention {
    problems = List.copyOf(problems);
  }

  /** Whether an import changes anything about it. */
  public boolean changes() {
    return !before.equals(after);
  }
}
