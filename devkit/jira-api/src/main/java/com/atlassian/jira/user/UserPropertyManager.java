package com.atlassian.jira.user;

import com.opensymphony.module.propertyset.PropertySet;

/** Properties of users, which outlive their names. */
public interface UserPropertyManager {
  PropertySet getPropertySet(ApplicationUser user);

  PropertySet getPropertySetForUserKey(String userKey);
}
