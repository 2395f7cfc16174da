package com.atlassian.crowd.embedded.api;

/** What to search for: result type, restriction and the window of results. */
public interface Query<T> {
  int getStartIndex();

  int getMaxResults();

  Class<T> getReturnType();

  SearchRestriction getSearchRestriction();
}
