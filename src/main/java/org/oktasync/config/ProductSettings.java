package org.oktasync.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What is set for the whole product, not for one connection.
 *
 * @param version grows by one with each change; 0 while nobody has changed anything
 * @param retention how long runs are kept
 */
public record ProductSettings(int version, RetentionSettings retention) {
  public static final ProductSettings DEFAULTS = new ProductSettings(0, RetentionSettings.DEFAULTS);

  /** Everything that is wrong with these settings; empty when they are fine. */
  public List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    SettingsRules.range(problems, "retention.days", retention.days(), 1, 3650);
    SettingsRules.range(problems, "retention.runs", retention.runs(), 10, 100_000);
    SettingsRules.range(problems, "retention.dryRuns", retention.dryRuns(), 1, 1000);
    return problems;
  }
}
