package com.atlassian.crowd.embedded.api;

import com.atlassian.crowd.exception.DirectoryCurrentlySynchronisingException;
import com.atlassian.crowd.exception.runtime.OperationFailedException;
import java.util.List;

/** Administration of the user directories: list, add, update, order, remove. */
public interface CrowdDirectoryService {
  Directory addDirectory(Directory directory) throws OperationFailedException;

  Directory findDirectoryByName(String name);

  void testConnection(Directory directory) throws OperationFailedException;

  List<Directory> findAllDirectories();

  Directory findDirectoryById(long directoryId);

  Directory updateDirectory(Directory directory) throws OperationFailedException;

  void setDirectoryPosition(long directoryId, int position) throws OperationFailedException;

  boolean removeDirectory(long directoryId)
      throws DirectoryCurrentlySynchronisingException, OperationFailedException;

  boolean supportsNestedGroups(long directoryId) throws OperationFailedException;

  boolean isDirectorySynchronisable(long directoryId) throws OperationFailedException;

  void synchroniseDirectory(long directoryId) throws OperationFailedException;

  void synchroniseDirectory(long directoryId, boolean inBackground) throws OperationFailedException;

  boolean isDirectorySynchronising(long directoryId) throws OperationFailedException;

  boolean isMembershipAggregationEnabled();

  void setMembershipAggregationEnabled(boolean enabled);
}
