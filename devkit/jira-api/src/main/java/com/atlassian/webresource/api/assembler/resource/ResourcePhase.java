package com.atlassian.webresource.api.assembler.resource;

/** When a page loads a resource. */
public enum ResourcePhase {
  INLINE,
  REQUIRE,
  DEFER,
  INTERACTION
}
