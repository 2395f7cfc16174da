package com.atlassian.jira.bc;

/** Something that was to be changed is not there. */
public class EntityNotFoundException extends Exception {
  private static final long serialVersionUID = 1L;
}
