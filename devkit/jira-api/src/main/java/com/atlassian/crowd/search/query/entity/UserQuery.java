package com.atlassian.crowd.search.query.entity;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;

/** A search for users. */
public class UserQuery<T> extends EntityQuery<T> {
  public UserQuery(
      Class<T> returnType, SearchRestriction restriction, int startIndex, int maxResults) {
    super(returnType, EntityDescriptor.user(), restriction, startIndex, maxResults);
  }
}
