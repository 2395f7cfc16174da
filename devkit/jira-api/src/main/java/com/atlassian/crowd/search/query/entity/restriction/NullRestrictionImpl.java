package com.atlassian.crowd.search.query.entity.restriction;

/** The restriction that restricts nothing. */
public class NullRestrictionImpl implements NullRestriction {
  public static final NullRestriction INSTANCE = new NullRestrictionImpl();

  NullRestrictionImpl() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof NullRestriction;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "anything";
  }
}
