package com.atlassian.crowd.search.query.entity;

import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import java.util.Objects;

/** A search for entities by their own properties. */
public abstract class EntityQuery<T> implements Query<T> {
  public static final int MAX_MAX_RESULTS = 1000;
  public static final int ALL_RESULTS = -1;

  private final Class<T> returnType;
  private final EntityDescriptor entity;
  private final SearchRestriction restriction;
  private final int startIndex;
  private final int maxResults;

  public EntityQuery(
      Class<T> returnType,
      EntityDescriptor entity,
      SearchRestriction restriction,
      int startIndex,
      int maxResults) {
    if (startIndex < 0 || maxResults == 0 || maxResults < ALL_RESULTS) {
      throw new IllegalArgumentException(
          "startIndex must not be negative and maxResults must be positive or ALL_RESULTS: "
              + startIndex
              + ", "
              + maxResults);
    }
    this.returnType = Objects.requireNonNull(returnType, "returnType");
    this.entity = Objects.requireNonNull(entity, "entity");
    this.restriction = Objects.requireNonNull(restriction, "restriction");
    this.startIndex = startIndex;
    this.maxResults = maxResults;
  }

  public EntityDescriptor getEntityDescriptor() {
    return entity;
  }

  @Override
  public SearchRestriction getSearchRestriction() {
    return restriction;
  }

  @Override
  public int getStartIndex() {
    return startIndex;
  }

  @Override
  public int getMaxResults() {
    return maxResults;
  }

  @Override
  public Class<T> getReturnType() {
    return returnType;
  }

  public <Q> EntityQuery<Q> withReturnType(Class<Q> type) {
    return QueryBuilder.queryFor(type, entity, restriction, startIndex, maxResults);
  }

  public EntityQuery<T> withStartIndex(int index) {
    return withStartIndexAndMaxResults(index, maxResults);
  }

  public EntityQuery<T> withMaxResults(int max) {
    return withStartIndexAndMaxResults(startIndex, max);
  }

  public EntityQuery<T> withStartIndexAndMaxResults(int index, int max) {
    return QueryBuilder.queryFor(returnType, entity, restriction, index, max);
  }

  public EntityQuery<T> withSearchRestriction(SearchRestriction where) {
    return QueryBuilder.queryFor(returnType, entity, where, startIndex, maxResults);
  }

  public EntityQuery<T> withAllResults() {
    return withStartIndexAndMaxResults(0, ALL_RESULTS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntityQuery<?> that
        && returnType == that.returnType
        && entity.equals(that.entity)
        && restriction.equals(that.restriction)
        && startIndex == that.startIndex
        && maxResults == that.maxResults;
  }

  @Override
  public int hashCode() {
    return Objects.hash(returnType, entity, restriction, startIndex, maxResults);
  }

  @Override
  public String toString() {
    return entity + " where " + restriction + " from " + startIndex + " at most " + maxResults;
  }
}
