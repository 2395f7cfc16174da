package com.atlassian.jira.cluster;

/** This node's place in the cluster. */
public interface ClusterInfo {
  String getNodeId();
}
