package com.atlassian.crowd.embedded.api;

import java.security.Principal;

/** A user of one directory; the name is compared without regard to case. */
public interface User extends Comparable<User>, Principal {
  long getDirectoryId();

  boolean isActive();

  String getEmailAddress();

  String getDisplayName();

  default boolean isMarkedAsDeleted() {
    return false;
  }
}
