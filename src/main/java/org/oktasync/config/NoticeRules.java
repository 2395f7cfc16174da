package org.oktasync.config;

import java.util.List;
import java.util.regex.Pattern;

/** Whom notices may go to. */
final class NoticeRules {
  private static final int MOST = 50;

  /** Not what is an address, only what certainly is none, and what would end a header line. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,255}");

  /** Adds everything that is wrong. */
  void check(NoticeSettings notices, List<FieldProblem> problems) {
    if (notices.receivers().size() > MOST) {
      problems.add(FieldProblem.of("notices.receivers", "receivers-too-many", MOST));
    }
    notices.receivers().stream()
        .filter(receiver -> !ADDRESS.matcher(receiver).matches())
        .forEach(
            receiver ->
                problems.add(FieldProblem.of("notices.receivers", "receiver-unusable", receiver)));
  }
}
