package com.atlassian.beehive;

/** Cluster locks by name. */
public interface ClusterLockService {
  ClusterLock getLockForName(String name);
}
