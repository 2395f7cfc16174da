package com.atlassian.crowd.search.query.entity.restriction;

import java.util.Objects;

/** One property compared with one value. */
public class TermRestriction<T> implements PropertyRestriction<T> {
  private final Property<T> property;
  private final MatchMode matchMode;
  private final T value;

  public TermRestriction(Property<T> property, MatchMode matchMode, T value) {
    this.property = Objects.requireNonNull(property, "property");
    this.matchMode = Objects.requireNonNull(matchMode, "matchMode");
    this.value = value;
  }

  public TermRestriction(Property<T> property, T value) {
    this(property, MatchMode.EXACTLY_MATCHES, value);
  }

  @Override
  public final T getValue() {
    return value;
  }

  @Override
  public final Property<T> getProperty() {
    return property;
  }

  @Override
  public final MatchMode getMatchMode() {
    return matchMode;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermRestriction<?> that
        && property.equals(that.property)
        && matchMode == that.matchMode
        && Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(property, matchMode, value);
  }

  @Override
  public String toString() {
    return property.getPropertyName() + " " + matchMode + " " + value;
  }
}
