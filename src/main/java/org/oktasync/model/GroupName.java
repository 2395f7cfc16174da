package org.oktasync.model;

/**
 * The name of a group in a Jira directory. Two spellings that a directory takes for one name are
 * equal; {@link #value()} keeps the spelling.
 *
 * @param value the spelling; never blank
 */
public record GroupName(String value) implements Comparable<GroupName> {
  public GroupName {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("a group name must not be blank");
    }
  }

  /** The folded spelling, by which names are compared, sorted and looked up. */
  public String key() {
    return NameFolding.fold(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupName name && key().equals(name.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** Orders by the folded spelling. */
  @Override
  public int compareTo(GroupName other) {
    return key().compareTo(other.key());
  }

  @Override
  public String toString() {
    return value;
  }
}
