package com.atlassian.event.api;

/** Events of this node. */
public interface EventPublisher extends EventListenerRegistrar {
  void publish(Object event);
}
