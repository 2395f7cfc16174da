package com.atlassian.crowd.search.query.entity;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.search.EntityDescriptor;

/** A search for groups. */
public class GroupQuery<T> extends EntityQuery<T> {
  public GroupQuery(
      Class<T> returnType,
      GroupType groupType,
      SearchRestriction restriction,
      int startIndex,
      int maxResults) {
    super(returnType, EntityDescriptor.group(groupType), restriction, startIndex, maxResults);
  }

  public GroupType getGroupType() {
    return getEntityDescriptor().getGroupType();
  }
}
