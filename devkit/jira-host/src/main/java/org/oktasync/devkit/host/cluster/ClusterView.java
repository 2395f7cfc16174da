package org.oktasync.devkit.host.cluster;

import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.jira.cluster.Node;
import java.util.Collection;
import java.util.List;
import org.oktasync.devkit.jiraapi.HostSeams;

/** This node and the others, as Jira tells an add-on of them. */
public final class ClusterView implements ClusterManager, ClusterInfo {
  private final String nodeId;
  private final DatabaseClusterLocks locks;

  /**
   * @param nodeId name of this node; null in a Jira that is not clustered
   * @param locks know which nodes are alive
   */
  public ClusterView(String nodeId, DatabaseClusterLocks locks) {
    this.nodeId = nodeId;
    this.locks = locks;
  }

  @Override
  public boolean isClustered() {
    return nodeId != null;
  }

  /** {@inheritDoc} Null in a Jira that is not clustered. */
  @Override
  public String getNodeId() {
    return nodeId;
  }

  @Override
  public Collection<Node> findLiveNodes() {
    return isClustered() ? locks.liveNodes().stream().map(HostSeams::node).toList() : List.of();
  }
}
