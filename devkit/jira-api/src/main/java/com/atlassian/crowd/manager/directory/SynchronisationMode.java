package com.atlassian.crowd.manager.directory;

/** Whether a synchronisation takes changes only or everything. */
public enum SynchronisationMode {
  INCREMENTAL,
  FULL
}
