package com.atlassian.scheduler.config;

/** Once per due time in the whole cluster, or on this node only. */
public enum RunMode {
  RUN_ONCE_PER_CLUSTER,
  RUN_LOCALLY
}
