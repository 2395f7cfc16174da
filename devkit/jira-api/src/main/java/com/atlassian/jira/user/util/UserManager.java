package com.atlassian.jira.user.util;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.Optional;

/** Users over all directories. */
public interface UserManager {
  int getTotalUserCount();

  Collection<ApplicationUser> getAllApplicationUsers();

  Collection<ApplicationUser> listApplicationUsers(long afterId, int limit);

  Optional<ApplicationUser> getUserById(Long id);

  ApplicationUser getUserByKey(String key);

  ApplicationUser getUserByName(String name);

  ApplicationUser getUserByKeyEvenWhenUnknown(String key);

  ApplicationUser findUserInDirectory(String name, Long directoryId);

  boolean canUpdateUser(ApplicationUser user);

  boolean canRenameUser(ApplicationUser user);

  void updateUser(ApplicationUser user);

  Directory getDirectory(Long directoryId);
}
