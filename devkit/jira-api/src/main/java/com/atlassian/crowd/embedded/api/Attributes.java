package com.atlassian.crowd.embedded.api;

import java.util.Set;

/** Named attributes of a user, group or directory, each with a set of values. */
public interface Attributes {
  Set<String> getValues(String key);

  String getValue(String key);

  Set<String> getKeys();

  boolean isEmpty();
}
