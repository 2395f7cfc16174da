package com.atlassian.crowd.model;

/** Something named that lives in one directory. */
public interface DirectoryEntity {
  long getDirectoryId();

  String getName();
}
