package com.atlassian.mail.queue;

import java.util.Queue;

/** Mails of this node that wait to be sent, in memory. */
public interface MailQueue {
  void sendBuffer();

  int size();

  int errorSize();

  void addItem(MailQueueItem item);

  void addErrorItem(MailQueueItem item);

  Queue<MailQueueItem> getQueue();

  Queue<MailQueueItem> getErrorQueue();

  boolean isSending();

  void emptyErrorQueue();

  void resendErrorQueue();
}
