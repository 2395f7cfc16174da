package com.atlassian.crowd.search.query.membership;

import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A search for the children or the parents of named entities. */
public class MembershipQuery<T> implements Query<T> {
  private final Class<T> returnType;
  private final boolean findChildren;
  private final EntityDescriptor entityToMatch;
  private final EntityDescriptor entityToReturn;
  private final int startIndex;
  private final int maxResults;
  private final SearchRestriction restriction;
  private final Set<String> namesToMatch;

  public MembershipQuery(
      Class<T> returnType,
      boolean findChildren,
      EntityDescriptor entityToMatch,
      EntityDescriptor entityToReturn,
      int startIndex,
      int maxResults,
      SearchRestriction restriction,
      String... namesToMatch) {
    this(
        returnType,
        findChildren,
        entityToMatch,
        entityToReturn,
        startIndex,
        maxResults,
        restriction,
        List.of(namesToMatch));
  }

  public MembershipQuery(
      Class<T> returnType,
      boolean findChildren,
      EntityDescriptor entityToMatch,
      EntityDescriptor entityToReturn,
      int startIndex,
      int maxResults,
      SearchRestriction restriction,
      Collection<String> namesToMatch) {
    if (startIndex < 0 || maxResults == 0 || maxResults < EntityQuery.ALL_RESULTS) {
      throw new IllegalArgumentException(
          "startIndex must not be negative and maxResults must be positive or ALL_RESULTS: "
              + startIndex
              + ", "
              + maxResults);
    }
    this.returnType = Objects.requireNonNull(returnType, "returnType");
    this.findChildren = findChildren;
    this.entityToMatch = Objects.requireNonNull(entityToMatch, "entityToMatch");
    this.entityToReturn = Objects.requireNonNull(entityToReturn, "entityToReturn");
    this.startIndex = startIndex;
    this.maxResults = maxResults;
    this.restriction = restriction == null ? NullRestriction.INSTANCE : restriction;
    this.namesToMatch = Collections.unmodifiableSet(new LinkedHashSet<>(namesToMatch));
  }

  public EntityDescriptor getEntityToReturn() {
    return entityToReturn;
  }

  public EntityDescriptor getEntityToMatch() {
    return entityToMatch;
  }

  public boolean isFindChildren() {
    return findChildren;
  }

  public Set<String> getEntityNamesToMatch() {
    return namesToMatch;
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

  @Override
  public SearchRestriction getSearchRestriction() {
    return restriction;
  }

  public MembershipQuery<T> withEntityNames(Collection<String> names) {
    return new MembershipQuery<>(
        returnType,
        findChildren,
        entityToMatch,
        entityToReturn,
        startIndex,
        maxResults,
        restriction,
        names);
  }

  public MembershipQuery<T> withEntityNames(String... names) {
    return withEntityNames(List.of(names));
  }

  public MembershipQuery<T> withAllResults() {
    return withStartIndexAndMaxResult(0, EntityQuery.ALL_RESULTS);
  }

  public MembershipQuery<T> withStartIndex(int index) {
    return withStartIndexAndMaxResult(index, maxResults);
  }

  public MembershipQuery<T> withMaxResults(int max) {
    return withStartIndexAndMaxResult(startIndex, max);
  }

  public MembershipQuery<T> withStartIndexAndMaxResult(int index, int max) {
    return new MembershipQuery<>(
        returnType,
        findChildren,
        entityToMatch,
        entityToReturn,
        index,
        max,
        restriction,
        namesToMatch);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MembershipQuery<?> that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  @Override
  public String toString() {
    return entityToReturn
        + (findChildren ? " children of " : " parents of ")
        + entityToMatch
        + " "
        + namesToMatch;
  }

  private List<Object> parts() {
    return List.of(
        returnType,
        findChildren,
        entityToMatch,
        entityToReturn,
        startIndex,
        maxResults,
        restriction,
        namesToMatch);
  }
}
