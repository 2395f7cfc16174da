package com.atlassian.jira.config.util;

import java.io.File;

/** Jira's home directories. */
public interface JiraHome {
  File getHome();

  File getLocalHome();

  File getDataDirectory();
}
