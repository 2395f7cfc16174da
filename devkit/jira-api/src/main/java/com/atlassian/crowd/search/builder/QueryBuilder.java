package com.atlassian.crowd.search.builder;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.Entity;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.GroupQuery;
import com.atlassian.crowd.search.query.entity.UserQuery;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.Collection;

/** Writes queries step by step; each step has only the continuations that make sense. */
public class QueryBuilder {
  public static final SearchRestriction NULL_RESTRICTION = NullRestriction.INSTANCE;

  public QueryBuilder() {}

  public static <T> PartialEntityQuery<T> queryFor(Class<T> returnType, EntityDescriptor entity) {
    return new PartialEntityQuery<>(returnType, entity);
  }

  public static <T> EntityQuery<T> queryFor(
      Class<T> returnType,
      EntityDescriptor entity,
      SearchRestriction restriction,
      int startIndex,
      int maxResults) {
    if (entity.getEntityType() == Entity.USER) {
      return new UserQuery<>(returnType, restriction, startIndex, maxResults);
    }
    if (entity.getEntityType() == Entity.GROUP) {
      return new GroupQuery<>(
          returnType, entity.getGroupType(), restriction, startIndex, maxResults);
    }
    return new OtherQuery<>(returnType, entity, restriction, startIndex, maxResults);
  }

  public static <T> MembershipQuery<T> createMembershipQuery(
      int maxResults,
      int startIndex,
      boolean findChildren,
      EntityDescriptor entityToReturn,
      Class<T> returnType,
      EntityDescriptor entityToMatch,
      SearchRestriction restriction,
      String... namesToMatch) {
    return new MembershipQuery<>(
        returnType,
        findChildren,
        entityToMatch,
        entityToReturn,
        startIndex,
        maxResults,
        restriction,
        namesToMatch);
  }

  private static final class OtherQuery<T> extends EntityQuery<T> {
    OtherQuery(
        Class<T> type, EntityDescriptor entity, SearchRestriction where, int start, int max) {
      super(type, entity, where, start, max);
    }
  }

  /** The result type is known; a restriction, a membership or the window follows. */
  public static class PartialEntityQuery<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entity;

    public PartialEntityQuery(Class<T> returnType, EntityDescriptor entity) {
      this.returnType = returnType;
      this.entity = entity;
    }

    public PartialEntityQueryWithRestriction<T> with(SearchRestriction restriction) {
      return new PartialEntityQueryWithRestriction<>(returnType, entity, restriction);
    }

    public PartialEntityQueryWithStartIndex<T> startingAt(int index) {
      return with(NULL_RESTRICTION).startingAt(index);
    }

    public EntityQuery<T> returningAtMost(int max) {
      return with(NULL_RESTRICTION).returningAtMost(max);
    }

    public PartialMembershipQueryWithEntityToMatch<T> childrenOf(EntityDescriptor entityToMatch) {
      return with(NULL_RESTRICTION).childrenOf(entityToMatch);
    }

    public PartialMembershipQueryWithEntityToMatch<T> parentsOf(EntityDescriptor entityToMatch) {
      return with(NULL_RESTRICTION).parentsOf(entityToMatch);
    }
  }

  /** The restriction is known; a membership or the window follows. */
  public static class PartialEntityQueryWithRestriction<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entity;
    private final SearchRestriction restriction;

    public PartialEntityQueryWithRestriction(
        Class<T> returnType, EntityDescriptor entity, SearchRestriction restriction) {
      this.returnType = returnType;
      this.entity = entity;
      this.restriction = restriction;
    }

    public PartialEntityQueryWithStartIndex<T> startingAt(int index) {
      return new PartialEntityQueryWithStartIndex<>(returnType, entity, restriction, index);
    }

    public EntityQuery<T> returningAtMost(int max) {
      return startingAt(0).returningAtMost(max);
    }

    public PartialMembershipQueryWithEntityToMatch<T> childrenOf(EntityDescriptor entityToMatch) {
      return new PartialMembershipQueryWithEntityToMatch<>(
          returnType, entity, entityToMatch, true, restriction);
    }

    public PartialMembershipQueryWithEntityToMatch<T> parentsOf(EntityDescriptor entityToMatch) {
      return new PartialMembershipQueryWithEntityToMatch<>(
          returnType, entity, entityToMatch, false, restriction);
    }
  }

  /** All but the number of results is known. */
  public static class PartialEntityQueryWithStartIndex<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entity;
    private final SearchRestriction restriction;
    private final int startIndex;

    public PartialEntityQueryWithStartIndex(
        Class<T> returnType,
        EntityDescriptor entity,
        SearchRestriction restriction,
        int startIndex) {
      this.returnType = returnType;
      this.entity = entity;
      this.restriction = restriction;
      this.startIndex = startIndex;
    }

    public EntityQuery<T> returningAtMost(int max) {
      return queryFor(returnType, entity, restriction, startIndex, max);
    }
  }

  /** The direction of the membership is known; the names follow. */
  public static class PartialMembershipQueryWithEntityToMatch<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entityToReturn;
    private final EntityDescriptor entityToMatch;
    private final boolean findChildren;
    private final SearchRestriction restriction;

    public PartialMembershipQueryWithEntityToMatch(
        Class<T> returnType,
        EntityDescriptor entityToReturn,
        EntityDescriptor entityToMatch,
        boolean findChildren,
        SearchRestriction restriction) {
      this.returnType = returnType;
      this.entityToReturn = entityToReturn;
      this.entityToMatch = entityToMatch;
      this.findChildren = findChildren;
      this.restriction = restriction;
    }

    public PartialMembershipQueryWithNameToMatch<T> withName(String name) {
      return withNames(name);
    }

    public PartialMembershipQueryWithNameToMatch<T> withNames(String... names) {
      return new PartialMembershipQueryWithNameToMatch<>(
          returnType, entityToReturn, entityToMatch, findChildren, restriction, names);
    }

    public PartialMembershipQueryWithNameToMatch<T> withNames(Collection<String> names) {
      return withNames(names.toArray(String[]::new));
    }
  }

  /** The names are known; the window follows. */
  public static class PartialMembershipQueryWithNameToMatch<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entityToReturn;
    private final EntityDescriptor entityToMatch;
    private final boolean findChildren;
    private final SearchRestriction restriction;
    private final String[] names;

    public PartialMembershipQueryWithNameToMatch(
        Class<T> returnType,
        EntityDescriptor entityToReturn,
        EntityDescriptor entityToMatch,
        boolean findChildren,
        SearchRestriction restriction,
        String... names) {
      this.returnType = returnType;
      this.entityToReturn = entityToReturn;
      this.entityToMatch = entityToMatch;
      this.findChildren = findChildren;
      this.restriction = restriction;
      this.names = names.clone();
    }

    public PartialMembershipQueryWithStartIndex<T> startingAt(int index) {
      return new PartialMembershipQueryWithStartIndex<>(
          returnType, entityToReturn, entityToMatch, findChildren, index, restriction, names);
    }

    public MembershipQuery<T> returningAtMost(int max) {
      return startingAt(0).returningAtMost(max);
    }
  }

  /** All but the number of results is known. */
  public static class PartialMembershipQueryWithStartIndex<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entityToReturn;
    private final EntityDescriptor entityToMatch;
    private final boolean findChildren;
    private final int startIndex;
    private final SearchRestriction restriction;
    private final String[] names;

    public PartialMembershipQueryWithStartIndex(
        Class<T> returnType,
        EntityDescriptor entityToReturn,
        EntityDescriptor entityToMatch,
        boolean findChildren,
        int startIndex,
        SearchRestriction restriction,
        String... names) {
      this.returnType = returnType;
      this.entityToReturn = entityToReturn;
      this.entityToMatch = entityToMatch;
      this.findChildren = findChildren;
      this.startIndex = startIndex;
      this.restriction = restriction;
      this.names = names.clone();
    }

    public MembershipQuery<T> returningAtMost(int max) {
      return createMembershipQuery(
          max,
          startIndex,
          findChildren,
          entityToReturn,
          returnType,
          entityToMatch,
          restriction,
          names);
    }
  }
}
