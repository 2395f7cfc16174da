package com.atlassian.crowd.embedded.impl;

import com.atlassian.crowd.embedded.api.Group;
import java.io.Serializable;
import java.util.Objects;

/** A group by name alone. */
public class ImmutableGroup implements Group, Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;

  public ImmutableGroup(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public int compareTo(Group other) {
    return IdentifierUtils.compareToInLowerCase(name, other.getName());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Group that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return IdentifierUtils.toLowerCase(name).hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
