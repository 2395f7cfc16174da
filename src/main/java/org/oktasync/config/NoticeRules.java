package org.oktasync.config;

import java.util.List;

/** Whom notices may go to. */
final class NoticeRules {
  private static final int MOST = 50;

  /** Adds everything that is wrong. */
  void check(NoticeSettings notices, List<FieldProblem> problems) {
    if (notices.receivers().size() > MOST) {
      problems.add(FieldProblem.of("notices.receivers", "receivers-too-many", MOST));
    }
    notices.receivers().stream()
        .filter(receiver -> !MailAddress.isOne(receiver))
        .forEach(
            receiver ->
                problems.add(FieldProblem.of("notices.receivers", "receiver-unusable", receiver)));
  }
}
