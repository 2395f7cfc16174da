package com.atlassian.crowd.search.query.entity.restriction;

import com.atlassian.crowd.embedded.api.SearchRestriction;

/** Compares one property with one value. */
public interface PropertyRestriction<T> extends SearchRestriction {
  Property<T> getProperty();

  MatchMode getMatchMode();

  T getValue();
}
