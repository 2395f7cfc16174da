package com.atlassian.jira.cluster;

/** Short messages between nodes. */
public interface ClusterMessagingService {
  void registerListener(String channel, ClusterMessageConsumer consumer);

  void unregisterListener(String channel, ClusterMessageConsumer consumer);

  void sendRemote(String channel, String message);
}
