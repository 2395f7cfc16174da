package org.oktasync.okta;

import org.oktasync.model.Message;

/**
 * What is known of an organisation.
 *
 * @param id Okta's id of it; empty when unknown
 * @param name its name; empty when unknown
 */
record Organisation(String id, String name) {
  static final Organisation UNKNOWN = new Organisation("", "");

  /** What was found, for a person. */
  Message message() {
    if (id.isEmpty() && name.isEmpty()) {
      return Message.of("okta-test-organisation-unknown");
    }
    return Message.of("okta-test-organisation", name.isEmpty() ? id : name);
  }
}
