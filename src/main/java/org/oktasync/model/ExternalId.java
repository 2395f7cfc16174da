package org.oktasync.model;

/**
 * The identifier of a person or group in the identity source; stable for its whole life, never
 * reused. For Okta: the {@code id} of a user ({@code 00u...}) or group ({@code 00g...}).
 *
 * @param value the identifier as the source writes it; never blank, case matters
 */
public record ExternalId(String value) implements Comparable<ExternalId> {
  public ExternalId {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("an external id must not be blank");
    }
  }

  /** Orders by code unit, the order in which every sorted list of the product stands. */
  @Override
  public int compareTo(ExternalId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
