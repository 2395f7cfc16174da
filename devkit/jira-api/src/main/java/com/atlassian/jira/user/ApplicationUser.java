package com.atlassian.jira.user;

import com.atlassian.crowd.embedded.api.User;
import com.atlassian.jira.entity.WithId;
import com.atlassian.jira.entity.WithKey;
import java.io.Serializable;
import java.security.Principal;

/** A person as Jira sees them: key that stays, name that may change. */
public interface ApplicationUser extends Principal, WithId, WithKey, Serializable {
  @Override
  String getKey();

  String getUsername();

  @Override
  String getName();

  long getDirectoryId();

  boolean isActive();

  String getEmailAddress();

  String getDisplayName();

  User getDirectoryUser();
}
