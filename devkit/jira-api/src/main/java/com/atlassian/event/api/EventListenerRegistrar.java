package com.atlassian.event.api;

/** Adds and removes objects with listener methods. */
public interface EventListenerRegistrar {
  void register(Object listener);

  void unregister(Object listener);

  void unregisterAll();
}
