package org.oktasync.jira;

import java.util.Map;
import java.util.Set;

/** The properties of users, which Jira keeps by user key. */
interface UserProperties {
  /** The longest value. */
  int WIDTH = 255;

  /** The values of some properties of a user; empty for one that the user does not have. */
  Map<String, String> read(String userKey, Set<String> keys);

  /** Gives a user these values; an empty one takes the property away. */
  void write(String userKey, Map<String, String> values);
}
