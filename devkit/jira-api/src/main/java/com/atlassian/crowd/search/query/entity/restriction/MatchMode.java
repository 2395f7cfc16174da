package com.atlassian.crowd.search.query.entity.restriction;

/** How a property is compared. */
public enum MatchMode {
  EXACTLY_MATCHES,
  STARTS_WITH,
  ENDS_WITH,
  CONTAINS,
  LESS_THAN,
  LESS_THAN_OR_EQUAL,
  GREATER_THAN,
  GREATER_THAN_OR_EQUAL,
  NULL
}
