package com.atlassian.crowd.search.builder;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.query.entity.restriction.MatchMode;
import com.atlassian.crowd.search.query.entity.restriction.Property;
import com.atlassian.crowd.search.query.entity.restriction.PropertyRestriction;
import com.atlassian.crowd.search.query.entity.restriction.TermRestriction;
import java.util.Collection;

/** Starts a restriction on one property. */
public class Restriction {
  public Restriction() {}

  public static <T> RestrictionWithProperty<T> on(Property<T> property) {
    return new RestrictionWithProperty<>(property);
  }

  /** Ends a restriction with the comparison. */
  public static class RestrictionWithProperty<T> {
    private final Property<T> property;

    public RestrictionWithProperty(Property<T> property) {
      this.property = property;
    }

    public PropertyRestriction<T> exactlyMatching(T value) {
      return term(MatchMode.EXACTLY_MATCHES, value);
    }

    public SearchRestriction exactlyMatchingAny(Collection<T> values) {
      return Combine.anyOf(values.stream().map(this::exactlyMatching).toList());
    }

    public PropertyRestriction<T> startingWith(T value) {
      return term(MatchMode.STARTS_WITH, value);
    }

    public PropertyRestriction<T> endingWith(T value) {
      return term(MatchMode.ENDS_WITH, value);
    }

    public PropertyRestriction<T> containing(T value) {
      return term(MatchMode.CONTAINS, value);
    }

    public PropertyRestriction<T> lessThan(T value) {
      return term(MatchMode.LESS_THAN, value);
    }

    public PropertyRestriction<T> lessThanOrEqual(T value) {
      return term(MatchMode.LESS_THAN_OR_EQUAL, value);
    }

    public PropertyRestriction<T> greaterThan(T value) {
      return term(MatchMode.GREATER_THAN, value);
    }

    public PropertyRestriction<T> greaterThanOrEqual(T value) {
      return term(MatchMode.GREATER_THAN_OR_EQUAL, value);
    }

    public PropertyRestriction<T> isNull() {
      return term(MatchMode.NULL, null);
    }

    private PropertyRestriction<T> term(MatchMode mode, T value) {
      return new TermRestriction<>(property, mode, value);
    }
  }
}
