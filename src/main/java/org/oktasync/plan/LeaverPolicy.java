package org.oktasync.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done about the account of somebody who is no longer there. */
public enum LeaverPolicy {
  /** Nothing. */
  KEEP,
  /** It stays active, and leaves the connection's groups. */
  REMOVE_GROUPS,
  /** It is deactivated. */
  DEACTIVATE,
  /** It is deactivated, and deleted after a waiting time. */
  DELETE;

  /** The name in settings and in the REST interface, for example {@code remove-groups}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The policy of this name. */
  public static Optional<LeaverPolicy> of(String label) {
    return Arrays.stream(values()).filter(policy -> policy.label().equals(label)).findFirst();
  }

  /** Whether an account that is active is deactivated. */
  boolean deactivates() {
    return this == DEACTIVATE || this == DELETE;
  }
}
