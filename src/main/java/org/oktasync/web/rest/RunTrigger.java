package org.oktasync.web.rest;

import java.util.List;

/** What starts a run that comes over REST: a person at the product's pages, or a program. */
final class RunTrigger {
  private static final String MANUAL = "manual";
  private static final String REST = "rest";

  private RunTrigger() {}

  /** The trigger that the body names; {@code rest} when it names none. */
  static String of(JsonBody body) {
    String named =
        Labels.oneOf("trigger", body.text("trigger").orElse(REST), List.of(MANUAL, REST));
    return named.isEmpty() ? REST : named;
  }
}
