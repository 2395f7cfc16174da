package com.atlassian.jira.entity;

/** Has a text key. */
public interface WithKey {
  String getKey();
}
