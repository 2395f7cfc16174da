package org.oktasync.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an attribute in Jira when the source has no value for it. */
public enum WhenEmpty {
  /** It becomes empty, too. */
  CLEAR,
  /** It keeps what it has. */
  KEEP,
  /** It becomes the account's name; for the name that people see. */
  USERNAME,
  /** Nothing is done about the person, and the run says so. */
  LEAVE_OUT;

  /** The name in settings and in the REST interface, for example {@code leave-out}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The choice of this name. */
  public static Optional<WhenEmpty> of(String label) {
    return Arrays.stream(values()).filter(choice -> choice.label().equals(label)).findFirst();
  }
}
