package org.oktasync.config;

import java.util.List;

/** Settings that cannot be saved as they are; nothing was changed. */
public final class SettingsRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  public SettingsRejectedException(List<FieldProblem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, field by field; never empty. */
  public List<FieldProblem> problems() {
    return problems;
  }
}
