package com.atlassian.mail.queue;

import java.util.Date;

/** Counts how often an item was tried; one that was tried and is still there has failed. */
public abstract class AbstractMailQueueItem implements MailQueueItem {
  private final Date dateQueued = new Date();
  private final String subject;
  private int sendCount;

  public AbstractMailQueueItem() {
    this(null);
  }

  public AbstractMailQueueItem(String subject) {
    this.subject = subject;
  }

  @Override
  public String getSubject() {
    return subject;
  }

  @Override
  public Date getDateQueued() {
    return dateQueued;
  }

  @Override
  public int getSendCount() {
    return sendCount;
  }

  @Override
  public boolean hasError() {
    return sendCount > 0;
  }

  protected void incrementSendCount() {
    sendCount++;
  }

  @Override
  public int compareTo(MailQueueItem other) {
    return dateQueued.compareTo(other.getDateQueued());
  }
}
