package com.atlassian.jira.application;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.Group;
import java.util.Set;

/** Access to one product. */
public interface ApplicationRole {
  ApplicationKey getKey();

  String getName();

  Set<Group> getGroups();

  Set<Group> getDefaultGroups();

  int getNumberOfSeats();

  boolean isDefined();

  boolean isPlatform();

  boolean isSelectedByDefault();
}
