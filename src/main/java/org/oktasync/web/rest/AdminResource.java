package org.oktasync.web.rest;

import javax.ws.rs.core.Response;
import org.oktasync.control.SyncLog;

/** What all resources are: every public method of theirs is one call of {@link #answer}. */
abstract class AdminResource {
  private final RestEntry entry;

  AdminResource(RestEntry entry) {
    this.entry = entry;
  }

  /** Does the work for system administrators, refuses everybody else, and answers what failed. */
  final Response answer(RestEntry.Work work) {
    return entry.answer(work);
  }

  final Texts texts() {
    return entry.texts();
  }

  final SyncLog log() {
    return entry.log();
  }
}
