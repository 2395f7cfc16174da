package com.atlassian.jira.util;

import java.util.Date;

/** Version of this Jira. */
public interface BuildUtilsInfo {
  String getVersion();

  int[] getVersionNumbers();

  String getCurrentBuildNumber();

  Date getCurrentBuildDate();
}
