package com.atlassian.crowd.event;

/** Something that happened in the user directories. */
@Deprecated
public abstract class Event {
  private final Object source;
  private final long timestamp = System.currentTimeMillis();

  public Event(Object source) {
    this.source = source;
  }

  @Deprecated
  public Object getSource() {
    return source;
  }

  public long getTimestamp() {
    return timestamp;
  }
}
