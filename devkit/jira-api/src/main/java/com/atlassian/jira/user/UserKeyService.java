package com.atlassian.jira.user;

/** Keys that Jira keeps for names, of deleted users too. */
public interface UserKeyService {
  String getKeyForUsername(String username);
}
