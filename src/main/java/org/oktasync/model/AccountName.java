package org.oktasync.model;

/**
 * The name of a account in a Jira directory. Two spellings that a directory takes for one name are
 * equal; {@link #value()} keeps the spelling.
 *
 * @param value the spelling; never blank
 */
public record AccountName(String value) implements Comparable<AccountName> {
  public AccountName {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("a account name must not be blank");
    }
  }

  /** The folded spelling, by which names are compared, sorted and looked up. */
  public String key() {
    return NameFolding.fold(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccountName name && key().equals(name.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** Orders by the folded spelling. */
  @Override
  public int compareTo(AccountName other) {
    return key().compareTo(other.key());
  }

  @Override
  public String toString() {
    return value;
  }
}
