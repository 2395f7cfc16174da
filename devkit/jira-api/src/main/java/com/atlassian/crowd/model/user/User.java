package com.atlassian.crowd.model.user;

import com.atlassian.crowd.model.DirectoryEntity;
import java.security.Principal;

/** A user of one directory, with given name, family name and external id. */
public interface User extends Principal, DirectoryEntity, com.atlassian.crowd.embedded.api.User {
  String getFirstName();

  String getLastName();

  String getExternalId();
}
