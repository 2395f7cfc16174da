package org.oktasync.config;

/** A value that must never be seen: every text form of it is three stars. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be empty");
    }
    this.value = value;
  }

  /** The value itself, for the call that needs it; never to be logged, stored or shown. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
