package com.atlassian.jira.cluster;

/** Receives messages of other nodes. */
public interface ClusterMessageConsumer {
  void receive(String channel, String message, String senderId);
}
