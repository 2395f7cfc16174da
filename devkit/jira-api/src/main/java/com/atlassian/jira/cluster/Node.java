package com.atlassian.jira.cluster;

/** A node of the cluster. */
public class Node {
  private final String nodeId;

  Node(String nodeId) {
    this.nodeId = nodeId;
  }

  public String getNodeId() {
    return nodeId;
  }
}
