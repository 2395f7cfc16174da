package com.atlassian.jira.cluster;

import java.util.Collection;

/** The nodes of the cluster. */
public interface ClusterManager {
  boolean isClustered();

  String getNodeId();

  Collection<Node> findLiveNodes();
}
