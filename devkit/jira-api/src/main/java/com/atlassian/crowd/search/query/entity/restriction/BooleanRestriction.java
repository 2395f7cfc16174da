package com.atlassian.crowd.search.query.entity.restriction;

import com.atlassian.crowd.embedded.api.SearchRestriction;
import java.util.Collection;

/** Restrictions joined by AND or OR. */
public interface BooleanRestriction extends SearchRestriction {
  Collection<SearchRestriction> getRestrictions();

  BooleanLogic getBooleanLogic();

  /** How the restrictions are joined. */
  public static enum BooleanLogic {
    AND,
    OR
  }
}
