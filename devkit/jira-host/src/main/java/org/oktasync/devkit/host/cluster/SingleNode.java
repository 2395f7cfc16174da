package org.oktasync.devkit.host.cluster;

import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.jira.cluster.Node;
import java.util.Collection;
import java.util.List;

/** A Jira that is not clustered, as its own interfaces tell it. */
public final class SingleNode implements ClusterManager, ClusterInfo {
  private final String nodeId;

  /** The node has this name all the same: logs and locks use it. */
  public SingleNode(String nodeId) {
    this.nodeId = nodeId;
  }

  @Override
  public boolean isClustered() {
    return false;
  }

  @Override
  public String getNodeId() {
    return nodeId;
  }

  @Override
  public Collection<Node> findLiveNodes() {
    return List.of();
  }
}
