package com.atlassian.crowd.embedded.api;

/** What kind of directory an entry is; later platforms may add constants. */
public enum DirectoryType {
  UNKNOWN,
  INTERNAL,
  CONNECTOR,
  CUSTOM,
  DELEGATING,
  CROWD,
  AZURE_AD
}
