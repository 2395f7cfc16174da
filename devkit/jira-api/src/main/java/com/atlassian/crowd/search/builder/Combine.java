package com.atlassian.crowd.search.builder;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestriction;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestriction.BooleanLogic;
import java.util.Collection;
import java.util.List;

/** Joins restrictions by AND or OR. */
public class Combine {
  public Combine() {}

  public static BooleanRestriction anyOf(SearchRestriction... restrictions) {
    return anyOf(List.of(restrictions));
  }

  public static BooleanRestriction allOf(SearchRestriction... restrictions) {
    return allOf(List.of(restrictions));
  }

  public static BooleanRestriction anyOf(Collection<? extends SearchRestriction> restrictions) {
    return new Joined(BooleanLogic.OR, List.copyOf(restrictions));
  }

  public static BooleanRestriction allOf(Collection<? extends SearchRestriction> restrictions) {
    return new Joined(BooleanLogic.AND, List.copyOf(restrictions));
  }

  private record Joined(BooleanLogic getBooleanLogic, Collection<SearchRestriction> getRestrictions)
      implements BooleanRestriction {
    Joined {
      if (getRestrictions.isEmpty()) {
        throw new IllegalArgumentException("Nothing to combine: give at least one restriction");
      }
    }
  }
}
